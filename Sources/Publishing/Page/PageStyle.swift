/// The look of `summary.html`: sober on a screen, black on white on A4.
///
/// Nothing newer than Chromium 78 is needed to read it; named pages (85) turn the chart sideways.
let pageStyle: Html = """
  \(fontStyle)\(darkStyle)\(screenStyle)\(chartStyle)\(narrowStyle)\(printStyle)
  """

/// Every pair of text and ground has a contrast of 4.5 or more (WCAG 2.2, 1.4.3).
private let lightColours: Html = """
  --paper:#fff;--ink:#1c2430;--soft:#566070;--line:#d5dae1;--pale:#f1f4f7;--blue:#1f4e79;--mid:#6f93b5;--late:#b3261e;--head:#e9eef4;--edge:#7a8898;--grid:#dde2e8;--band:#f6f8fa;--doing:#9fbad3;--done:#4f7aa3;--closed:#1f3b57;--deep:#1f4e79;--on-deep:#fff;--mark:#fff1c2;--track:#e3e8ee;--heat-good:#d3e3f1;--heat-late:#f7dfa6;--heat-other:#f3cdb9
  """

private let darkColours: Html = """
  --paper:#14181e;--ink:#e4e8ee;--soft:#a3aebb;--line:#353e49;--pale:#1e252d;--blue:#8fbde8;--mid:#5d83a8;--late:#ff9a8f;--head:#232c36;--edge:#8793a1;--grid:#2b333d;--band:#191f26;--doing:#3d5d7c;--done:#5f8fbd;--closed:#b3d0ea;--deep:#2b4a68;--on-deep:#fff;--mark:#4a4115;--track:#2b333d;--heat-good:#1f3f5a;--heat-late:#5d4a10;--heat-other:#66341f
  """

/// Ink on dark where the screen asks for it; paper stays white.
let darkStyle: Html = """
  @media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;\(darkColours)}}

  """

/// Fonts by name only, those of GB/T 9704-2012 first; they may not be embedded.
let fontStyle: Html = """
  :root{--song:"FangSong_GB2312","仿宋_GB2312",FangSong,"仿宋",STFangsong,"FZFangSong-Z02S","Noto Serif CJK SC",SimSun,serif;
  --hei:SimHei,"黑体",STHeiti,"FZHei-B01S","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
  --body:"Microsoft YaHei","微软雅黑","PingFang SC","Noto Sans CJK SC",SimHei,sans-serif;
  --title:"FZXiaoBiaoSong-B05S","方正小标宋简体",STZhongsong,"Noto Serif CJK SC",SimSun,serif;
  \(lightColours)}
  *{box-sizing:border-box}
  html{-webkit-text-size-adjust:100%}
  body{margin:0;color:var(--ink);background:var(--paper);font:14px/1.65 var(--body);-webkit-print-color-adjust:exact;color-adjust:exact;print-color-adjust:exact}

  """

private let screenStyle: Html = """
  header,main,footer{max-width:1240px;margin:0 auto;padding:0 24px}
  header{padding-top:28px;border-bottom:2px solid var(--blue);padding-bottom:10px}
  h1{font:700 30px/1.35 var(--title);text-align:center;margin:0 0 6px;overflow-wrap:anywhere}
  .issue{text-align:center;font-size:17px;margin:0 0 12px}.doc{font-family:var(--hei);margin-right:.6em}
  .edition{border:1px solid var(--blue);color:var(--blue);padding:0 10px;border-radius:2px;margin-left:.6em;font-size:15px}
  .preview{text-align:center;margin:-4px 0 10px;padding:3px;background:var(--pale);border:1px dashed var(--soft)}
  .facts{display:flex;flex-wrap:wrap;justify-content:center;margin:0}.facts div{margin:0 14px;font-size:13px}
  .facts dt,.facts dd{display:inline;margin:0}.facts dt{color:var(--soft)}.facts dt:after{content:"："}html[lang=en] .facts dt:after{content:": "}
  nav{text-align:center;margin-top:8px}nav a{margin:0 8px}
  a{color:var(--blue);text-decoration:none}main a{text-decoration:underline;text-decoration-color:var(--mid);text-underline-offset:2px}a:hover{text-decoration:underline}
  h2{font:700 18px/1.4 var(--hei);margin:30px 0 10px;padding-left:10px;border-left:4px solid var(--blue)}
  h3{font:700 15px/1.5 var(--hei);margin:16px 0 6px}
  .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
  .figures{padding-top:8px}.group{display:flex;align-items:stretch}.group h3{flex:0 0 4.6em;color:var(--soft);font-size:14px;margin:3px 4px 3px 0;display:flex;align-items:center}
  .tiles{display:flex;flex-wrap:wrap;flex:1 1 0;min-width:0}
  .tile{flex:1 1 104px;margin:3px;border:1px solid var(--line);border-top:3px solid var(--mid);background:var(--paper);padding:4px 9px 5px;min-width:0}
  .tile summary{list-style:none;cursor:pointer}.tile summary::-webkit-details-marker{display:none}
  .tile span{display:block}.tile .name{font-size:13px;color:var(--soft)}
  .tile .number{line-height:1.25}.tile .number b{font-size:24px;font-weight:700;font-variant-numeric:tabular-nums}
  .tile .before{font-size:12px;color:var(--soft)}.tile .before i{white-space:nowrap}.tile i{font-style:normal;color:var(--ink)}.tile em{font-style:normal;white-space:nowrap}
  details.tile:not([open]):hover{background:var(--pale)}
  details.tile .name:after{content:" ▸";color:var(--mid)}details.tile[open] .name:after{content:" ▾"}
  details.tile[open]{flex-basis:100%;max-width:none;order:1}
  .members{margin:6px 0 0;padding-top:6px;border-top:1px solid var(--line);overflow-wrap:anywhere;max-height:320px;overflow-y:auto}.members a{margin-right:8px;white-space:nowrap}
  .tile.late{border-top-color:var(--late)}.tile.late b{color:var(--late);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:4px}
  .briefing{display:flex;flex-wrap:wrap;margin:18px -8px 0}.column{flex:1 1 300px;margin:0 8px;min-width:0}
  .column h2{margin:8px 0 6px;font-size:16px}.column.late h2{border-color:var(--late)}
  .count{font-weight:400;color:var(--soft);font-size:14px}
  .column ul{list-style:none;margin:0;padding:0}.column li{padding:4px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
  .text{color:var(--soft)}.nothing{color:var(--soft);margin:4px 0}.more{margin:4px 0}
  table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.55}
  th,td{border:1px solid var(--line);padding:4px 7px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
  thead th{background:var(--head);font-family:var(--hei);font-weight:700;white-space:nowrap}
  .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.wide{width:30%}.reason{width:20%}.states .wide{width:auto}.states td:first-child,.states th:first-child{white-space:nowrap}.plain{margin:0;padding-left:1.2em}.register table{table-layout:fixed}.register .wide{width:28%}.register .wide:last-child{width:32%}.register .who{width:13%}.register .key{width:9%}.register tr[data-m] small{display:block}.heat-map .n{width:6em}.heat-map thead th{width:3.2em}.heat-map thead th:first-child{width:auto}.states .n{width:5em}.date{white-space:nowrap}
  .date small{display:block;white-space:normal}small{color:var(--soft);font-size:12px}
  td.code,a.code{font-variant-numeric:tabular-nums;white-space:nowrap}
  .units .rate{width:22%;white-space:nowrap}
  tr.kind>*,.item-head th{background:var(--pale)}tr.kind .n{font-weight:700}.part{padding-left:2em}
   .item-head th{font-weight:400}.item-head small{margin-left:1em}
  tr.now td{font-weight:700}tr.cleared td{color:var(--soft)}
  tr:target>*,li:target,div:target{background:var(--mark)!important}
  span.mark{white-space:nowrap}td.mark small{font-weight:400}.mark.late{color:var(--late);font-weight:700;text-decoration:underline}
  .mark.closed:before{content:"■ "}.mark.completed:before{content:"✓ "}.mark.not-started:before{content:"○ "}
  .step{border:1px solid var(--late);color:var(--late);padding:0 4px;font-size:12px}
  .bar{display:inline-block;position:relative;width:45%;min-width:90px;height:12px;background:var(--track);border:1px solid var(--edge);vertical-align:middle}
  .bar b{display:block;height:100%;background:var(--mid)}.bar .want{position:absolute;top:-4px;bottom:-4px;width:2px;margin-left:-1px;background:var(--ink)}
  .figures-beside{margin-left:8px;font-size:12px;white-space:nowrap}.units .bar{width:60%;min-width:60px}.aspects .bar{width:28%}
  .source{font-size:12px;color:var(--soft)}code{font:11.5px/1.4 Consolas,"DejaVu Sans Mono",monospace;background:var(--pale);padding:0 3px;overflow-wrap:anywhere}
  .lamp{white-space:nowrap}.lamp:before{content:"";display:inline-block;width:9px;height:9px;border-radius:50%;margin-right:4px;border:1px solid var(--ink)}
  .lamp.red{font-weight:700;text-decoration:underline}.lamp.red:before{background:#b3261e}.lamp.orange:before{background:#d9822b}.lamp.yellow:before{background:#f0c94a}.lamp.blue:before{background:#5b8fc7}
  .skip{position:absolute;left:-999em}.skip:focus{left:8px;top:8px;z-index:9;padding:6px 12px;background:var(--deep);color:var(--on-deep)}
  :focus{outline:none}:focus-visible,summary:focus,a:focus,select:focus,input:focus,button:focus{outline:3px solid var(--blue);outline-offset:2px}main:focus{outline:none}
  [id]{scroll-margin-top:70px}[hidden]{display:none!important}
  .filter{position:sticky;top:0;z-index:5;display:flex;flex-wrap:wrap;align-items:center;margin:26px -8px 0;padding:6px 8px;background:var(--paper);border:1px solid var(--line);border-left:4px solid var(--blue);font-size:13px}
  .filter label{margin:2px 8px 2px 0;white-space:nowrap;color:var(--soft)}.filter select,.filter input,.filter button{font:inherit;color:var(--ink);background:var(--paper);border:1px solid var(--edge);border-radius:2px;padding:2px 4px;max-width:11em}.filter.active{border-left-color:var(--late)}.filter output{margin-left:8px;font-weight:700}
  .shown{margin-left:1em;color:var(--late);font-family:var(--body);font-weight:400}
  .block h4{margin:12px 0 4px;font:700 14px/1.5 var(--hei)}.group-of h3{background:var(--deep);color:var(--on-deep);padding:3px 8px;margin:20px 0 0}
  tbody th{font-weight:400}.register tbody th{white-space:nowrap;font-variant-numeric:tabular-nums}
  details summary{cursor:pointer}.register summary{font-size:12px;color:var(--blue)}.register details ul{margin:2px 0 0;padding-left:1.2em;font-size:12px}.facts-of{display:block;overflow-wrap:anywhere}
  .rules div{margin:0 0 6px}.rules dt{font-weight:700;display:inline}.rules dt:after{content:"："}.rules dd{display:inline;margin:0}html[lang=en] .rules dt:after{content:": "}
  .files code{white-space:nowrap}.scroll,.wide-drawing{overflow-x:auto}.open-rows{font-weight:700}
  footer{margin-top:28px;padding-top:8px;padding-bottom:30px;color:var(--soft);font-size:13px}

  """

/// A phone: the register becomes a list of cards, wide things scroll in their own box.
private let narrowStyle: Html = """
  @media screen and (max-width:700px){header,main,footer{padding:0 12px}h1{font-size:24px}.facts{display:block}.facts div{margin:0}nav{text-align:left}nav a{display:inline-block;margin:0 12px 4px 0;padding:3px 0}
  .group{display:block}.group h3{margin:10px 3px 2px}.tile{flex-basis:30%}.wide-drawing svg{width:1100px}.wide-drawing .burn-up{max-width:none;width:760px}.wide-drawing .legend svg{width:48px}
  .filter{position:static}.filter label{flex:1 1 45%}.filter select{max-width:9em}
  .scroll table{min-width:640px}.scroll .narrow,.heat-map{min-width:0}
  .register table,.register tbody,.register tr,.register td,.register th{display:block;width:auto!important;border:0}.register thead{display:none}.register tr{border:1px solid var(--line);border-top:0;padding:4px 0}.register td,.register th{padding:1px 8px}}

  """

private let chartStyle: Html = """
  .patterns{position:absolute}.chart{display:block;width:100%;height:auto;margin-bottom:8px;overflow:hidden}
  .chart-part{padding-top:2px}
  .chart text,.burn-up text{font:18px var(--body);fill:var(--ink)}.chart a text:first-child{fill:var(--blue)}.chart a text:last-child{fill:var(--soft)}
  .chart a:hover text,.chart a:focus text{fill:var(--blue);text-decoration:underline}
  .chart .month{fill:var(--soft)}.grid{stroke:var(--grid);stroke-width:1;fill:none}
  .chart .late{fill:var(--late);font-weight:700;text-decoration:underline}
  svg .doing{fill:var(--doing)}svg .done{fill:var(--done)}svg .closed{fill:var(--closed)}
  .plan{stroke:var(--edge);stroke-width:1.5}path.plan,.legend .plan:not(.done):not(.closed){fill:none}.chart path.plan.late{stroke:var(--late);stroke-width:2.5;fill:none}
  .open{fill:none;stroke:var(--edge);stroke-width:2;stroke-dasharray:9 5}svg .open-done{fill:none;stroke:var(--doing);stroke-width:9}.open-done.done{stroke:var(--done)}.open-done.closed{stroke:var(--closed)}
  .slip-back{fill:none;stroke:var(--paper);stroke-width:6}.finish{stroke:var(--paper);stroke-width:4;fill:none}.band{fill:var(--band)}
  .slip{fill:var(--paper);stroke:var(--ink);stroke-width:2;stroke-dasharray:none}
  .hatch-back{fill:var(--paper)}.hatch-line{fill:var(--late)}
  .today{stroke:var(--ink);stroke-width:2.5;stroke-dasharray:10 5;fill:none}.chart .today-name,.burn-up .today-name{font:700 18px var(--hei);text-anchor:middle}
  .legend{font-size:13px;margin:0 0 4px}.legend span{display:inline-block;margin-right:18px;white-space:nowrap}.legend svg{width:48px;height:24px;vertical-align:middle;margin-right:5px}
  .burn-up{max-width:100%}svg.burn-up{display:block;width:100%;height:auto}.burn-up .axis{font-size:15px;fill:var(--soft);text-anchor:middle}.burn-up .axis.end{text-anchor:end}
  .line{fill:none;stroke-width:3}.done-line{stroke:var(--blue);stroke-width:5}.closed-line{stroke:var(--ink);stroke-width:2.5;stroke-dasharray:2 4}.plan-line{stroke:var(--edge)}.first-plan{stroke:var(--edge);stroke-width:1.5;stroke-dasharray:4 4}.expected-line{stroke:var(--blue);stroke-dasharray:12 6}
  .area{fill:var(--pale);stroke:none}.dot{fill:var(--blue)}.burn-up .value{font-weight:700;font-size:17px;fill:var(--blue);paint-order:stroke;stroke:var(--paper);stroke-width:4px}.burn-up .value.closed{fill:var(--ink);font-weight:400}
  details.data{margin:4px 0}details.data table{width:auto;margin-top:6px}
  .heat-map th,.heat-map td{padding:3px 4px}.heat-map thead th{text-align:center}.heat-map thead th:first-child,.heat-map tbody th{text-align:left;font-weight:400;white-space:nowrap}.heat-map thead small{display:block;font-weight:400}
  .heat{text-align:center;min-width:24px}b.heat{display:inline-block;font-weight:400;border:1px solid var(--line);line-height:20px}
  .heat.on-time{background:var(--heat-good)}.heat.zero{background:var(--pale)}.heat.late{background:var(--heat-late);font-weight:700}.heat.rejected,.heat.quarantined,.heat.fetch-failed{background:var(--heat-other);font-weight:700}
  .heat.missing{background:var(--late);color:var(--paper);font-weight:700}.heat.exempt{color:var(--soft)}
  .ladder{list-style:none;display:flex;flex-wrap:wrap;margin:0 -4px;padding:0}.ladder li{flex:1 1 180px;margin:0 4px 8px;padding:6px 10px;border:1px solid var(--line);border-top:3px solid var(--mid)}.ladder li.held{border-top-color:var(--late)}
  .ladder li:not(:last-child) h4:after{content:"→";float:right;color:var(--soft)}.ladder h4,.ladder p{margin:0 0 4px}.ladder h4 b{font-size:20px;margin-left:4px}.lamps .lamp{margin-right:12px}

  """

private let printStyle: Html = """
  @page{size:A4 portrait;margin:16mm 14mm 15mm}
  @page wide{size:A4 landscape;margin:12mm 12mm 12mm}
  @media print{
  body{font-size:9.5pt;line-height:1.5}header,main,footer{max-width:none;padding:0}nav,.more{display:none}
  header{padding-bottom:2mm}h1{font-size:20pt}.issue{font-size:12pt;margin-bottom:2mm}.facts div{font-size:9pt;margin:0 2mm}
  h2{font-size:13pt;margin:6mm 0 2mm;break-after:avoid;page-break-after:avoid}h3{break-after:avoid;page-break-after:avoid}
  a{color:inherit}details.tile .name:after{content:""}.members{display:none}
  .figures{padding-top:2mm}.tile{flex:1 1 calc(11.1% - 1mm);padding:.6mm;margin:.5mm;break-inside:avoid}.tile .number b{font-size:11.5pt}.tile .name{font-size:6.4pt}.tile .before{font-size:7pt}.tile .name,.tile .before{line-height:1.35;white-space:normal}.tile .number{font-size:6.5pt}.group h3{font-size:8.5pt;flex-basis:4.4em;margin:0}
  .briefing{display:block;margin:2mm 0 0}.column{margin:0;break-inside:avoid}.column h2{margin:2.5mm 0 .5mm;font-size:11.5pt}.column li{padding:.35mm 0;font-size:9pt;line-height:1.4}.column li br{display:none}
  table{font-size:8.5pt;line-height:1.4}thead{display:table-header-group}tr{break-inside:avoid;page-break-inside:avoid}tbody tr:nth-child(-n+2){break-after:avoid}tbody tr:nth-last-child(-n+2){break-before:avoid}th,td{padding:.6mm 1.2mm}small,.source,.figures-beside{font-size:7.5pt}code{font-size:7pt}
  #aspects,#steps,#forecast{break-inside:avoid;page-break-inside:avoid}section>p{break-after:avoid;page-break-after:avoid}tr.kind,.item-head{break-after:avoid;page-break-after:avoid}
  .wall,.register{page:wide;break-before:page;page-break-before:always}.late{break-before:auto}
  .wall h2,.register h2{margin:0 0 1mm}.wall h3{margin:0 0 1mm;font-size:10.5pt}.legend{font-size:8pt;margin:0}.legend span{margin-right:3mm}.legend svg{width:9mm;height:4.5mm;margin-right:1mm}.chart{break-inside:avoid;page-break-inside:avoid;margin-bottom:1mm}.aspect h3{break-after:avoid;page-break-after:avoid}
  tr:target>*,li:target,div:target{background:none!important}
  .skip,.open-rows,.filter,details.data{display:none}.filter.active{display:block;position:static;border:0;padding:0;margin:2mm 0}.filter.active>*{display:none}.filter.active output{display:block;margin:0}
  .chart-part,.block{content-visibility:visible!important}.scroll,.wide-drawing{overflow:visible}.burn-up{break-inside:avoid;page-break-inside:avoid}.burn-up .legend{break-before:avoid}
  .block h4{margin:2mm 0 1mm;font-size:9.5pt;break-after:avoid;page-break-after:avoid}.group-of h3{margin:3mm 0 0;break-after:avoid;page-break-after:avoid}.register summary{color:inherit;list-style:none;font-size:7.5pt}.register summary::-webkit-details-marker{display:none}
  .heat-map{font-size:7pt;line-height:1.15;break-inside:avoid;page-break-inside:avoid}.heat-map th,.heat-map td{padding:.15mm .6mm}#heat,#heat+.legend{break-after:avoid;page-break-after:avoid}b.heat{line-height:1.6}.units{line-height:1.2}.units td{padding:.2mm 1.2mm}.units .bar{height:8px}#aspects .wide{width:46%}.ladder li{padding:1mm 2mm!important}.ladder,.rules div{break-inside:avoid}.files{break-before:auto}.files table{font-size:6.5pt;line-height:1.25}.files th,.files td{padding:.3mm .8mm}.files code{font-size:5.5pt;padding:0}.register .who{width:21%}.register .wide,.register .wide:last-child{width:26%}
  }

  """
