"""The page's style: at a phone's width a measure's row becomes lines, two sides stand one on the other."""

STYLE = """
:root { color-scheme: light; }
body { font: 16px/1.5 "Source Sans 3", "Noto Sans", "Segoe UI", Arial, sans-serif; color: #1f2328;
       background: #fff; margin: 0 auto; padding: 12px 16px 48px; max-width: 76rem; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.3; }
h2 { font-size: 1.15rem; margin: 2rem 0 .4rem; }
h4 { margin: .4rem 0; }
small { color: #57606a; font-weight: 400; }
table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0; }
tr { border-bottom: 1px solid #d8dee4; }
th small { display: block; }
td { font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th { font-weight: 600; color: #57606a; vertical-align: bottom; }
tbody th { font-weight: 600; }
.measures td span { display: none; }
.drop { color: #b3261e; font-weight: 600; }
.wide { overflow-x: auto; }
.wide th { min-width: 5rem; overflow-wrap: normal; }
.wide svg { width: 140px; max-width: none; height: auto; }
svg { vertical-align: middle; max-width: 100%; }
.scale { stroke: #d0d7de; stroke-width: 1; fill: none; }
.interval { stroke: #0b5cad; stroke-width: 10; opacity: .3; fill: none; }
.mean { fill: #0b5cad; }
.spread { stroke: #0b5cad; stroke-width: 5; opacity: .3; fill: none; }
.wide svg.reliability { width: 240px; float: left; margin-right: 2rem; }
.reliability text { font-size: 11px; fill: #57606a; }
.before { fill: none; stroke: #b35900; stroke-width: 1.5; }
details { border: 1px solid #d8dee4; border-radius: 6px; padding: .6rem .8rem; margin: .5rem 0; }
summary { cursor: pointer; }
.faults { margin: .2rem 0 0; padding: 0; list-style: none; color: #b3261e; font-size: .9rem; }
.faults li { display: inline-block; margin-right: 1rem; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
.place { font-weight: 600; margin: .6rem 0 .2rem; }
.words, blockquote { white-space: pre-line; }
blockquote { margin: 0; padding-left: .8rem; border-left: 3px solid #d0d7de;
             max-height: 20rem; overflow-y: auto; }
@media (max-width: 640px) {
  .sides { grid-template-columns: 1fr; }
  .measures thead { display: none; }
  .measures tr { display: flex; flex-wrap: wrap; gap: 0 .9rem; padding: .5rem 0; }
  .measures th { flex: 0 0 100%; padding: 0; }
  .measures td { padding: .1rem 0; }
  .measures td span { display: inline; }
}
"""
