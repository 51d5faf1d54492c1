"""三张清单 of the sample: what the drive has to do, who does it, and until when.

The four aspects, thirteen problems and thirty items follow the public notice the sample is made from; the
wording is our own, and every unit and every date of a measure is invented.
"""

from datetime import date, timedelta

STREETS = [(f"JD{n:02}", f"示例街道{c}") for n, c in enumerate("一二三四五六七八九", 1)]
STREETS += [(f"JD{n}", f"示例街道十{c}") for n, c in zip(range(10, 14), ["", "一", "二", "三"])]
STREETS += [("ZH01", "示例镇")]
DEPARTMENTS = """发展改革 商务 科技 教育 民政 司法 财政 人力资源 规划资源 生态环境 建设 文化旅游 卫生健康
审计 市场监管 国资 体育 统计 医疗保障 绿化市容 房屋管理 应急 城管 投资促进 信访 政务服务 消防 机关事务 税务 数据""".split()
PARTY = "区委办公 纪检监察 组织 宣传 统战 政法 巡察 机构编制 老干部 党校 网信 保密".split()
ENTERPRISES = "一二三四五六七八九十"
ZONES = "一二三四"

LEADERS = {
    "JD": "分管副区长（街镇）", "ZH": "分管副区长（街镇）", "BM": "分管副区长", "DQ": "区委分管常委",
    "GQ": "分管副区长（国资）", "GN": "分管副区长（经济）",
}


def units():
    """(code, name, aliases, parent, leader), in the order of the directory."""
    rows = [(f"DQ{n:02}", f"{name}部门（示例）") for n, name in enumerate(PARTY, 1)]
    rows += [(f"BM{n:02}", f"区{name}部门（示例）") for n, name in enumerate(DEPARTMENTS, 1)]
    rows += [(f"GN{n:02}", f"示例功能区{c}") for n, c in enumerate(ZONES, 1)]
    rows += STREETS
    rows += [(f"GQ{n:02}", f"区属国企{c}（示例）") for n, c in enumerate(ENTERPRISES, 1)]
    aliases = {"BM11": "区建管部门（示例）；区建委（示例）@~2015-11-03", "DQ01": "区委办（示例）", "BM16": "区国资部门（示例）"}
    return [
        (code, name, aliases.get(code, ""), "BM16" if code.startswith("GQ") else "", LEADERS[code[:2]])
        for code, name in rows
    ]


ALL_STREETS = [code for code, _ in STREETS]
ALL_ENTERPRISES = [f"GQ{n:02}" for n in range(1, 11)]

# aspect | problem | item | lead leader | lead | supporting, dealt out over the measures | measures
TABLE = """
深入贯彻新思想、推动区域发展|基层党建成效不够显著|楼宇党建覆盖面不足|区委组织部长|DQ03|GN01 GN02 GN03 GN04|逐楼摸清党组织底数，建立动态名册；在重点商务楼组建楼宇治理平台；每月召开一次楼宇需求对接会；制定楼宇党建人财物保障清单
||楼宇企业诉求回应不及时|区委组织部长|DQ04|BM24 DQ10|建立楼宇诉求登记和限时答复办法；选派服务专员驻点重点楼宇；按季评估楼宇服务满意度
|践行人民城市理念有欠缺|加装电梯监管不到位|分管副区长（建设）|BM21|BM11 JD01 JD02 JD03 JD04 JD05 JD06|完成问题电梯拆除重建并交付使用；修订既有住宅加装电梯实施办法；建立街镇周查、部门月查的巡检机制；对在建已建项目开展一次全覆盖检查
||垃圾处置设施布局不合理|分管副区长（建设）|BM20|BM09 BM10 JD07 JD08|重新核定全区垃圾物流流向；在园区商圈增设湿垃圾就地减量设备；召开周边居民沟通会并公示结果；拟订市政设施替代方案报批
||热线工单满意率偏低|区委办公室主任|BM26|BM25 JD09 JD10 JD11 JD12 JD13 ZH01|建立日分析周报告月评议制度；梳理二十个疑难事项逐件包案；修订热线办理操作细则
||基层医疗服务供给不足|分管副区长（卫生）|BM13|BM05 BM19 JD01 JD08|推进六家社区卫生服务站点新建改扩建；通过联合体调拨补足照护床位；每万人配备站点达标复核；站点与养老机构毗邻布局评估
||便民服务设施使用率低|分管副区长（卫生）|BM15|BM17 JD02 JD09|通过海报和平台推送提高站点知晓度；更新科普站设备和展陈内容；按季通报健康驿站质控数据
|贯彻新发展理念有短板|功能区发展不均衡|常务副区长|BM02|GN01 GN02 GN03 GN04 BM01|制定商圈三年行动计划并组织实施；明确四个功能区年度招商目标；建立功能区项目月度调度机制；评估功能区产业形态并提出调整意见
||新兴产业扶持力度不够|常务副区长|BM01|BM24 BM29 BM12|实施重点企业一企一策清单；出台增强科技创新动能行动方案；举办产业对接专题活动不少于六场
|科技创新和转型升级滞后|科技企业引育不足|分管副区长（科技）|BM03|BM24 BM01 GN04|梳理数据智能类企业培育名单；兑现科技创新扶持政策；引进优质科技项目并按月通报；建立企业服务包专员制度
||低效用地和楼宇盘活缓慢|分管副区长（规划）|BM09|BM24 BM18 GN02|建立低效用地清单和处置时序；动态更新全区楼宇地图；组织重点楼宇载体推介活动；逐栋核查楼宇空置率并公布
|安全防范存在薄弱环节|网络安全防范不到位|区委办公室主任|DQ11|BM30 BM28 BM22|对重要信息系统开展安全监测；组织网络安全宣传周活动；完成薄弱环节整改复测
||保密管理不够规范|区委办公室主任|DQ12|DQ01 BM28 DQ09|完善涉密人员管理台账；开展文件全流程管理检查；组织一次保密教育培训；落实保密工作责任制自查
推进全面从严治党|党委主体责任压得不实|责任书填写敷衍|区纪委书记|DQ02|DQ01 JD04 JD10|对相关单位主要负责人开展约谈；逐份检查处级干部责任承诺书；把责任落实情况纳入年度考核；在警示教育大会上点名通报
||巡察干部队伍建设薄弱|区纪委书记|DQ07|DQ03 DQ08 BM14|修订巡察干部选配管理办法；建立巡察干部跟踪评价机制；组织巡察业务培训
|监督责任履行有不足|政治监督精准度不够|区纪委书记|DQ02|BM14 DQ07|完善政治监督重点项目清单；制定监督协同工作措施；量化政治生态考核指标；按季会商监督发现的问题
||各类监督贯通不畅|区纪委书记|BM14|DQ02 BM07 BM18|建立党内监督与审计监督联席机制；规范问题线索移送流程；开展审计业务培训；跟踪移送线索办理结果
||基层监督力量薄弱|区纪委书记|DQ02|JD03 JD06 JD11 ZH01|建立线索研判和报批制度；每两个月梳理基层线索办理情况；组建片区监督协作组
|国资国企廉洁风险突出|国企存量房交易不规范|分管副区长（国资）|BM16|GQ01 GQ02 GQ03 GQ04 BM21|出台国有企业存量房交易指导意见；全面排查国企存量房产；完善房产数据库并设置稽查规则；建立区政府国资企业三级监管体系
||对下属企业监管不严|分管副区长（国资）|BM16|GQ05 GQ06 GQ07 GQ08|梳理区管企业投资参股情况；形成经营风险企业清单；逐户制定参股企业提质方案；组织监管情况年度复核
||房屋租金减免管理粗放|分管副区长（国资）|GQ01|BM16 GQ02 GQ09 GQ10|完善租金减免审批流程；清理租税联动存量协议；对已发生风险启动追缴
|违反八项规定精神问题禁而不绝|违规问题查处不够有力|区纪委书记|DQ02|BM06 DQ06|核查相关问题并作出处理；开展八项规定精神专项督查；抽取十二家单位实地督查；公开曝光典型问题
||案后治理跟进不足|区纪委书记|DQ06|DQ02 BM06 BM23|督促发案单位制定治理方案；开展作风建设专项行动；建立以案促改跟踪台账
落实新时代党的组织路线|干部人才队伍建设有短板|干部梯队结构不优|区委组织部长|DQ03|DQ08 DQ10 BM08|各单位制定干部培养方案；充实优秀干部数据库；加大年轻干部培养使用力度；建立共管共育培养机制
||干部交流锻炼不足|区委组织部长|DQ08|DQ03 BM08|制定区管干部岗位交流计划；选派干部到重点项目历练；把多岗位历练纳入绩效考核
||海外人才引育乏力|区委组织部长|BM08|DQ05 GN01 BM04|修订支持海外人才创新创业措施；举办以赛引才活动；落实人才安居服务保障；建立海外人才服务专窗
|干部日常监督不够扎实|个人事项核查不严|区委组织部长|DQ03|DQ02 DQ09|明确查核比对认定口径；开展重点核查和随机抽查；在审批表中增加提醒内容
||退休返聘和兼职管理不严|分管副区长（国资）|GQ02|BM16 GQ03 GQ05 GQ07|排查国企退休返聘人员并清退；制发退休返聘管理指导意见；清理领导干部违规社团兼职
|担当作为精神不足|干事创业氛围不浓|区委组织部长|DQ04|DQ03 DQ10 BM27 BM23|优化考核评价指标；开展不作为慢作为专项整治；通报表扬担当作为典型；落实干部关怀激励措施
上轮巡视整改|个别问题未按期整改|历史遗留参股项目未了结|常务副区长|GQ03|BM16 BM06 GQ04|通过司法途径解决双方分歧；完成确权和资产评估；统一归集参股款账目；建立历史遗留问题销号台账
"""

FEEDBACK = date(2023, 8, 30)
# The four that are not done at the end, and what stands in their way: (deadline, percent in the last week).
OPEN_AT_THE_END = {"M015": ("2023-11-30", 85), "M023": ("2024-01-31", 70), "M105": ("2024-03-31", 45), "M106": ("2024-02-29", 55)}


def deal(supporters, count):
    """Deals the supporting units out over `count` measures, everybody at least once."""
    hands = [[] for _ in range(count)]
    for n, unit in enumerate(supporters):
        hands[n % count].append(unit)
    return hands


def measures():
    """Every measure as a dictionary, in the order of the register."""
    rows, aspect, problem = [], (0, ""), (0, "")
    item = 0
    for line in TABLE.strip().splitlines():
        a, p, title, leader, lead, supporters, texts = line.split("|")
        if a:
            aspect = (aspect[0] + 1, a)
        if p:
            problem = (problem[0] + 1, p)
        item += 1
        texts = texts.split("；")
        for text, hand in zip(texts, deal([u for u in supporters.split() if u != lead], len(texts))):
            rows.append(
                {
                    "code": f"M{len(rows) + 1:03}", "aspect": f"A{aspect[0]}", "aspect_title": aspect[1],
                    "problem": f"P{problem[0]:02}", "problem_title": problem[1], "item": f"I{item:02}",
                    "item_title": title, "text": text, "leader": leader, "lead": lead, "supporting": hand,
                }
            )
    return [dated(row, n) for n, row in enumerate(rows)]


def dated(row, n):
    """Gives a measure its dates: planned backwards, from September 2023 to March 2024."""
    start = FEEDBACK + timedelta(days=7 * (n % 5))
    # A stride of 41 over the 108 scatters near and far deadlines over all aspects.
    days = 21 + (n * 41 % 108) * 5 // 4
    due, standing = str(start + timedelta(days=days)), ""
    if n % 27 == 5:
        due = "立行立改"
    elif n % 36 == 10:
        due, standing = "长期坚持", "是"
    elif n % 9 == 4:
        standing = "是"
    if row["code"] in OPEN_AT_THE_END:
        due, standing = OPEN_AT_THE_END[row["code"]][0], ""
    return row | {"start": str(start), "due": due, "standing": standing, "requirement": requirement(n)}


def requirement(n):
    return ["形成制度并执行", "有清单、有记录、有结果", "问题见底、逐个销号", "群众知晓、可查可核"][n % 4]
