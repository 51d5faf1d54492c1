/// The look of a receipt: sober on a screen, and two lines a finding on A4.
let receiptStyle: Html = """
  main{max-width:900px;margin:0 auto;padding:24px}h1{font:700 26px/1.4 var(--title);text-align:center;margin:0 0 12px}.campaign{text-align:center;color:var(--soft);margin:0}
  h2{font:700 17px/1.4 var(--hei);margin:22px 0 8px}.verdict{text-align:center;font:700 22px/1.4 var(--hei);margin:0;border:2px solid var(--blue);color:var(--blue);padding:6px}
  .verdict.bad{border-color:var(--late);color:var(--late);text-decoration:underline}.next{text-align:center;font-size:16px;font-weight:700;margin:10px 0 4px}
  .counts{text-align:center;margin:0 0 14px}.counts span{margin:0 10px;white-space:nowrap}
  .facts{display:flex;flex-wrap:wrap;margin:0;border:1px solid var(--line);border-width:1px 0 0 1px}.facts div{display:flex;flex:1 1 45%;min-width:300px;border:1px solid var(--line);border-width:0 1px 1px 0}
  .facts dt{flex:0 0 7em;background:var(--pale);font-weight:700;padding:4px 8px}html[lang=en] .facts dt{flex-basis:9em}.facts dd{margin:0;padding:4px 8px;overflow-wrap:anywhere;min-width:0}.facts div:last-child{flex-basis:100%}
  table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:14px;line-height:1.5}th,td{border:1px solid var(--line);padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
  thead th{background:var(--pale);white-space:nowrap}small{color:var(--soft);font-weight:400;font-size:12px;margin-left:.8em}
  .n{width:3.8em}td.n{text-align:right;font-variant-numeric:tabular-nums}th.severity{width:5.2em}html[lang=en] th.severity{width:7.4em}.wrong{width:53%}
  .subject th{background:#e9eef4;font-family:var(--hei)}td.severity b{white-space:nowrap}.error b,.quarantine b{color:var(--late);text-decoration:underline}.note b{font-weight:400}
  .place,.rule{display:block;color:var(--soft);font-size:12px}code{font:11.5px/1.4 Consolas,"DejaVu Sans Mono",monospace;color:var(--soft);overflow-wrap:anywhere}
  .rule code{display:inline-block}a{color:var(--blue);text-decoration:none}a:hover{text-decoration:underline}
  .rules{font-size:13px;margin:0}.rules dt{font-weight:700;margin-top:6px}.rules dt:target{background:#fff6d6}.rules dd{margin:0}.office{text-align:right;margin-top:24px}
  @media screen and (max-width:640px){main{padding:12px}.n{width:2.4em}thead th{white-space:normal}th.severity{width:3em}html[lang=en] th.severity{width:4.6em}td.severity b{white-space:normal}.wrong{width:46%}th,td{padding:4px 5px}}
  @page{size:A4 portrait;margin:16mm 14mm 15mm}
  @media print{main{max-width:none;padding:0}body{font-size:10pt}table{font-size:9pt;line-height:1.4}th,td{padding:.6mm 1.4mm}.facts{font-size:9.5pt}.facts dt,.facts dd{padding:.6mm 1.6mm}h2{margin:5mm 0 1.5mm}
  .place,.rule{font-size:8pt}code{font-size:7.3pt}.rules{font-size:9pt}a{color:inherit}.next{font-size:12pt}
  thead{display:table-header-group}tr,dt,dd{break-inside:avoid;page-break-inside:avoid}h2,dt,.subject{break-after:avoid;page-break-after:avoid}.office{break-before:avoid;page-break-before:avoid}}

  """
