/// The look of `today.html` and `review.html`: the colours and fonts of the summary, and a few tables.
let cadenceStyle: Html = """
  \(fontStyle)\(darkStyle)header,main,footer{max-width:1160px;margin:0 auto;padding:0 24px}
  header{padding-top:24px;border-bottom:2px solid var(--blue);text-align:center}
  h1{font:700 28px/1.35 var(--title);margin:0 0 4px;overflow-wrap:anywhere}
  .issue{font-size:17px;margin:0 0 6px}.edition{border:1px solid var(--blue);color:var(--blue);padding:0 10px;margin-left:.4em;font-size:15px}
  .facts{color:var(--soft);margin:0 0 10px}.soft,footer{color:var(--soft)}footer{margin-top:24px;border-top:1px solid var(--line)}
  .preview{text-align:center;padding:3px;background:var(--pale);border:1px dashed var(--soft)}
  .rule{background:var(--pale);border-left:4px solid var(--blue);padding:6px 12px;margin:6px 0}
  h2{font:700 18px/1.4 var(--hei);margin:26px 0 8px;padding-left:10px;border-left:4px solid var(--blue)}h2 small{margin-left:8px;color:var(--soft);font-weight:400}
  table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top}
  thead th{background:var(--head);font-weight:700;white-space:nowrap}tbody th{font-weight:400;white-space:nowrap}
  .changes{list-style:none;margin:0;padding:0;columns:22em;column-gap:28px}.changes li{display:flex;padding:3px 0;border-bottom:1px solid var(--line);break-inside:avoid}.changes b{flex:none;min-width:4.2em;margin-right:.8em;font-weight:400;white-space:nowrap;font-variant-numeric:tabular-nums}.changes span{min-width:0;overflow-wrap:anywhere}
  .scroll{overflow-x:auto}:focus-visible{outline:3px solid var(--blue);outline-offset:2px}
  .n,thead th.n{text-align:right;font-variant-numeric:tabular-nums}.none{color:var(--soft)}.late{color:var(--late);font-weight:700}
  .heat small{display:block}.heat.late,.heat.rejected,.heat.quarantined,.heat.fetch-failed{background:var(--heat-late);color:inherit;font-weight:400}
  .heat.missing{background:var(--late);color:var(--paper)}.heat.exempt{color:var(--soft)}.nothing{color:var(--soft)}
  .ahead div{padding:4px 0;border-bottom:1px solid var(--line)}.ahead dt{font-family:var(--hei)}.ahead dd{margin:0}
  @media screen and (max-width:700px){header,main,footer{padding:0 12px}h1{font-size:22px}}
  @media print{body{font-size:9pt;line-height:1.4}p{margin:1.5mm 0}header,main,footer{max-width:none;padding:0}h1{font-size:18pt}h2{font-size:12pt;margin:4mm 0 1mm;break-after:avoid}section>p{break-after:avoid}.scroll{overflow:visible}thead{display:table-header-group}tr{break-inside:avoid}th,td{padding:.2mm 1.2mm}table{font-size:8.5pt;line-height:1.35}.heat small{display:inline;margin-left:.6em}footer{margin-top:2mm;border:0;font-size:8pt}footer p{margin:0}footer,tbody tr:nth-last-child(-n+3){break-before:avoid}}

  """

/// 日析 is one sheet, upright.
let todayStyle: Html = """
  \(cadenceStyle)@page{size:A4 portrait;margin:13mm 14mm}
  @media print{body{font-size:8pt;line-height:1.3}h1{font-size:15pt}.issue,.facts{margin:0 0 1mm;font-size:9pt}h2{font-size:10.5pt;margin:2.5mm 0 .5mm}.changes{columns:2;column-gap:8mm}.changes li{padding:.3mm 0}.ahead div{padding:.5mm 0}.ahead dt,.ahead dd{display:inline}.ahead dt:after{content:"："}html[lang=en] .ahead dt:after{content:": "}}

  """

/// 月评 has sixteen columns, and lies on its side.
let reviewStyle: Html = """
  \(cadenceStyle)@page{size:A4 landscape;margin:12mm}

  """
