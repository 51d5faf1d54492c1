/// Characters that a reader takes for others: what a text says is what is seen, not how it is coded.
///
/// From the compatibility mappings of Unicode (NFKC of single characters: Kangxi radicals, compatibility
/// ideographs, circled and bracketed ones), from EquivalentUnifiedIdeograph.txt (radicals that are whole
/// characters), and the traditional forms of characters that marks are made of. Which they are stands in
/// docs/secrecy.md.
package enum LookAlikes {
  /// The character that is meant; most are themselves.
  static func meant(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value >= 0xB2, scalar.value < 0x10000 else { return scalar }
    return Unicode.Scalar(UInt32(table[Int(scalar.value)])) ?? scalar
  }

  /// A text as it is seen: without look-alikes and full-width forms, and without what takes no place.
  package static func seen(_ text: String) -> String {
    String(String.UnicodeScalarView(FoldedText(plain: text).scalars))
  }

  private static let table: [UInt16] = {
    var table = (0...0xFFFF).map { UInt16($0) }
    for (first, meant) in runs {
      // A few rare ones stand for characters beyond the table.
      for (offset, scalar) in meant.unicodeScalars.enumerated() where scalar.value <= 0xFFFF {
        table[first + offset] = UInt16(scalar.value)
      }
    }
    let pairs = Array(traditional.unicodeScalars)
    for index in stride(from: 0, to: pairs.count, by: 2) {
      table[Int(pairs[index].value)] = UInt16(pairs[index + 1].value)
    }
    // A radical stands for the traditional form, that for the simplified one.
    return table.map { table[Int($0)] }
  }()

  /// Each traditional form before its simplified one.
  private static let traditional = """
    絕绝機机祕秘資资內内長长業业國国級级傳传務务檔档錄录閱阅參参發发號号軍军書书決决議议報报紀纪檢检監监審审計计財财統统戰战辦办會会討讨論论調调線线舉举訪访談谈話话\
    證证據据詢询問问處处應应對对預预穩稳維维護护關关標标準准圖图樣样執执擬拟嚴严轉转載载複复製制擴扩見见項项東东單单專专測测繪绘個个隱隐開开於于規规則则庫库數数縣县\
    區区鄉乡鎮镇黨党組组織织幹干領领導导記记題题責责貪贪賄贿違违紅红頭头電电網网絡络條条約约訂订評评績绩
    """

  /// From the first code point on, what each of the following is taken for.
  private static let runs: [(first: Int, meant: String)] = [
    // Superscripts.
    (0x00B2, "23"),
    (0x00B9, "1"),
    (0x2070, "0"),
    (0x2074, "456789"),
    // Subscripts.
    (0x2080, "0123456789"),
    // Circled and bracketed digits.
    (0x2460, "123456789"),
    (0x2474, "123456789"),
    // Radicals of the supplement.
    (0x2E9C, "日月"),
    (0x2E9F, "母民"),
    (0x2EA7, "牛"),
    (0x2EA9, "王"),
    (0x2EAC, "示"),
    (0x2EC4, "西见角"),
    (0x2EC9, "贝"),
    (0x2ECB, "车"),
    (0x2ED3, "长门"),
    (0x2ED7, "雨青韦页风飞食"),
    (0x2EE2, "马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙"),
    (0x2EF3, "龟"),
    // Kangxi radicals.
    (
      0x2F00,
      """
      一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋\
      比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛\
      辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
      """
    ),
    // Bracketed and circled ideographs.
    (0x3220, "一二三四五六七八九十月火水木金土日株有社名特財祝労代呼学監企資協祭休自至問幼文箏"),
    (0x3280, "一二三四五六七八九十月火水木金土日株有社名特財祝労秘男女適優印注項休写正上中下左右医宗学監企資協夜"),
    // Compatibility ideographs.
    (
      0xF900,
      """
      豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累\
      縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈\
      裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
      藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀
      """
    ),
    // Compatibility ideographs.
    (0xFA10, "塚"),
    // Compatibility ideographs.
    (0xFA12, "晴"),
    // Compatibility ideographs.
    (0xFA15, "凞猪益礼神祥福靖精羽"),
    // Compatibility ideographs.
    (0xFA20, "蘒"),
    // Compatibility ideographs.
    (0xFA22, "諸"),
    // Compatibility ideographs.
    (0xFA25, "逸都"),
    // Compatibility ideographs.
    (
      0xFA2A,
      """
      飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵𤋮舘
      """
    ),
    // Compatibility ideographs.
    (
      0xFA70,
      """
      並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹\
      變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎
      """
    ),
  ]
}
