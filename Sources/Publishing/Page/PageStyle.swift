/// The look of `summary.html`: sober on a screen, black on white on A4.
///
/// Nothing newer than Chromium 78 is needed to read it; named pages (85) turn the chart sideways.
let pageStyle: Html = """
  \(fontStyle)\(screenStyle)\(chartStyle)\(printStyle)
  """

/// Fonts by name only, those of GB/T 9704-2012 first; they may not be embedded.
let fontStyle: Html = """
  :root{--song:"FangSong_GB2312","仿宋_GB2312",FangSong,"仿宋",STFangsong,"FZFangSong-Z02S","Noto Serif CJK SC",SimSun,serif;
  --hei:SimHei,"黑体",STHeiti,"FZHei-B01S","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
  --body:"Microsoft YaHei","微软雅黑","PingFang SC","Noto Sans CJK SC",SimHei,sans-serif;
  --title:"FZXiaoBiaoSong-B05S","方正小标宋简体",STZhongsong,"Noto Serif CJK SC",SimSun,serif;
  --ink:#1c2430;--soft:#5b6675;--line:#d5dae1;--pale:#f4f6f8;--blue:#1f4e79;--mid:#6f93b5;--late:#b3261e}
  *{box-sizing:border-box}
  html{-webkit-text-size-adjust:100%}
  body{margin:0;color:var(--ink);background:#fff;font:14px/1.65 var(--body);-webkit-print-color-adjust:exact;color-adjust:exact;print-color-adjust:exact}

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
  a{color:var(--blue);text-decoration:none}a:hover{text-decoration:underline}
  h2{font:700 18px/1.4 var(--hei);margin:30px 0 10px;padding-left:10px;border-left:4px solid var(--blue)}
  h3{font:700 15px/1.5 var(--hei);margin:16px 0 6px}
  .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}
  .figures{padding-top:8px}.group{display:flex;align-items:stretch}.group h3{flex:0 0 4.6em;color:var(--soft);font-size:14px;margin:3px 4px 3px 0;display:flex;align-items:center}
  .tiles{display:flex;flex-wrap:wrap;flex:1 1 0;min-width:0}
  .tile{flex:1 1 104px;margin:3px;border:1px solid var(--line);border-top:3px solid var(--mid);background:#fff;padding:4px 9px 5px;min-width:0}
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
  thead th{background:#e9eef4;font-family:var(--hei);font-weight:700;white-space:nowrap}
  .n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.wide{width:30%}.reason{width:20%}.states .wide{width:auto}.register .wide{width:27%}.register .wide:last-child{width:36%}.register .who{width:14%}.states .n{width:5em}.date{white-space:nowrap}
  .date small{white-space:normal}small{color:var(--soft);font-size:12px}
  td.code,a.code{font-variant-numeric:tabular-nums;white-space:nowrap}
  .units .rate{width:22%;white-space:nowrap}
  tr.kind th,.item-head th{background:var(--pale)}.part{padding-left:2em}
  .aspect-head th{background:var(--blue);color:#fff;font-family:var(--hei);font-size:14px}
  .problem-head th{background:#dfe7ef}.item-head th{font-weight:400}.item-head small{margin-left:1em}
  tr.now td{font-weight:700}tr.cleared td{color:var(--soft)}
  tr:target td,tr:target th{background:#fff6d6}
  .mark{white-space:nowrap}.mark.late{color:var(--late);font-weight:700;text-decoration:underline}
  .mark.closed:before{content:"■ "}.mark.completed:before{content:"✓ "}.mark.not-started:before{content:"○ "}
  .step{border:1px solid var(--late);color:var(--late);padding:0 4px;font-size:12px}
  .bar{display:inline-block;position:relative;width:45%;min-width:90px;height:12px;background:#e3e8ee;border:1px solid #b9c3ce;vertical-align:middle}
  .bar b{display:block;height:100%;background:var(--mid)}.bar .want{position:absolute;top:-4px;bottom:-4px;width:2px;margin-left:-1px;background:var(--ink)}
  .figures-beside{margin-left:8px;font-size:12px;white-space:nowrap}.units .bar{width:60%;min-width:60px}.aspects .bar{width:38%}
  .source{font-size:12px;color:var(--soft)}code{font:11.5px/1.4 Consolas,"DejaVu Sans Mono",monospace;background:var(--pale);padding:0 3px;overflow-wrap:anywhere}
  .lamp{white-space:nowrap}.lamp:before{content:"";display:inline-block;width:9px;height:9px;border-radius:50%;margin-right:4px;border:1px solid var(--ink)}
  .lamp.red{font-weight:700;text-decoration:underline}.lamp.red:before{background:#b3261e}.lamp.orange:before{background:#d9822b}.lamp.yellow:before{background:#f0c94a}.lamp.blue:before{background:#5b8fc7}
  footer{margin-top:28px;padding-top:8px;padding-bottom:30px;color:var(--soft);font-size:13px}

  """

private let chartStyle: Html = """
  .patterns{position:absolute}.chart{display:block;width:100%;height:auto;margin-bottom:8px;overflow:visible}
  .chart text{font:19px var(--body);fill:var(--ink)}.chart .row-code{font-size:18px;fill:var(--blue)}.chart .row-unit{fill:var(--soft);font-size:18px}
  .chart a:hover text{fill:var(--blue);text-decoration:underline}
  .chart .month{font-size:18px;fill:var(--soft)}.grid{stroke:#dde2e8;stroke-width:1;fill:none}
  .chart .words{font-size:18px}.chart .words.late{fill:var(--late);font-weight:700;text-decoration:underline}
  .plan{fill:none;stroke:#8b99a8;stroke-width:1.5}.plan.late{stroke:var(--late);stroke-width:2.5}
  .fill.doing{fill:#9fbad3}.fill.done{fill:#4f7aa3}.fill.closed{fill:#1f3b57}
  .open{fill:none;stroke:#8b99a8;stroke-width:2;stroke-dasharray:9 5}.open-done{fill:none;stroke:#9fbad3;stroke-width:9}.open-done.done{stroke:#4f7aa3}.open-done.closed{stroke:#1f3b57}
  .slip-back{fill:none;stroke:#fff;stroke-width:6}.finish{stroke:#fff;stroke-width:4;fill:none}.band{fill:#f6f8fa}
  .slip{fill:#fff;stroke:var(--ink);stroke-width:2;stroke-dasharray:none}
  .today{stroke:var(--ink);stroke-width:2.5;stroke-dasharray:10 5;fill:none}.chart .today-name{font:700 18px var(--hei);text-anchor:middle}
  .legend{font-size:13px;margin:0 0 4px}.legend span{display:inline-block;margin-right:18px;white-space:nowrap}.legend svg{width:48px;height:24px;vertical-align:middle;margin-right:5px}

  """

private let printStyle: Html = """
  @page{size:A4 portrait;margin:16mm 14mm 15mm}
  @page wide{size:A4 landscape;margin:12mm 12mm 12mm}
  @media print{
  body{font-size:9.5pt;line-height:1.5}header,main,footer{max-width:none;padding:0}nav,.more{display:none}
  header{padding-bottom:2mm}h1{font-size:20pt}.issue{font-size:12pt;margin-bottom:2mm}.facts div{font-size:9pt;margin:0 2mm}
  h2{font-size:13pt;margin:6mm 0 2mm;break-after:avoid;page-break-after:avoid}h3{break-after:avoid;page-break-after:avoid}
  a{color:inherit}details.tile .name:after{content:""}.members{display:none}
  .figures{padding-top:2mm}.tile{flex:1 1 calc(11.1% - 1mm);padding:.6mm 1.2mm;margin:.5mm;break-inside:avoid}.tile .number b{font-size:11.5pt}.tile .name,.tile .before{font-size:7pt;line-height:1.35;white-space:normal}.tile .number{font-size:6.5pt}.group h3{font-size:8.5pt;flex-basis:4.4em;margin:0}
  .briefing{display:block;margin:2mm 0 0}.column{margin:0;break-inside:avoid}.column h2{margin:2.5mm 0 .5mm;font-size:11.5pt}.column li{padding:.35mm 0;font-size:9pt;line-height:1.4}.column li br{display:none}
  table{font-size:8.5pt;line-height:1.4}thead{display:table-header-group}tr{break-inside:avoid;page-break-inside:avoid}th,td{padding:.6mm 1.2mm}small,.source,.figures-beside{font-size:7.5pt}code{font-size:7pt}
  #_aspects{break-inside:avoid;page-break-inside:avoid}tr.kind,.aspect-head,.problem-head,.item-head{break-after:avoid;page-break-after:avoid}
  .wall,.register{page:wide;break-before:page;page-break-before:always}.late{break-before:auto}
  .wall h2,.register h2{margin:0 0 1mm}.wall h3{margin:0 0 1mm;font-size:10.5pt}.legend{font-size:8pt;margin:0}.legend span{margin-right:3mm}.legend svg{width:9mm;height:4.5mm;margin-right:1mm}.chart{break-inside:avoid;page-break-inside:avoid;margin-bottom:1mm}.aspect{break-after:page;page-break-after:always}.aspect:last-child{break-after:auto;page-break-after:auto}
  tr:target td{background:none}
  }

  """
