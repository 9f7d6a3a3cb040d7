/// The CSS of charts, both within an HTML page and in an SVG file. The class of a series sets
/// `color`, which lines and bars use as `currentColor`.
let chartStyle: StaticString = """
    .chart { color: #1c2128; font: 12px system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
    .chart text { fill: currentColor; font-variant-numeric: tabular-nums; }
    .chart .axis { fill: #59636e; }
    .chart .head { font-size: 15px; font-weight: 600; }
    .grid, .zero, .leader { fill: none; stroke: #dfe3e8; }
    .zero { stroke: #59636e; }
    .leader { stroke: #a9b2bc; stroke-width: .75; }
    .line { fill: none; stroke: currentColor; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
    .again1.line { stroke-width: 1; }
    .again2.line { stroke-width: 3.5; }
    .estimated.line { stroke-dasharray: 4 3; stroke-linecap: butt; }
    .dot { fill: currentColor; stroke: currentColor; stroke-width: 1; }
    .estimated.dot { fill: #fff; }
    .carried { opacity: .5; }
    .unknown { fill: none; stroke: #59636e; stroke-dasharray: 2 2; }
    .s1.bar, .s2.bar, .s3.bar, .s4.bar, .s5.bar, .s6.bar, .s7.bar, .s8.bar { fill: currentColor; }
    .seam, .hatch { stroke: #fff; }
    .hatch { fill: none; stroke-width: 1.5; }
    .dots { fill: #fff; }
    .paper { fill: #fff; }
    .s1 { color: #0070ee; } .s2 { color: #eb0d27; } .s3 { color: #1b4740; } .s4 { color: #6c1667; }
    .s5 { color: #596000; } .s6 { color: #4879b3; } .s7 { color: #5311a3; } .s8 { color: #996b5c; }
    @media screen and (prefers-color-scheme: dark) {
    .chart { color: #e4e7eb; }
    .chart .axis { fill: #9da7b3; }
    .grid { stroke: #2c323a; }
    .zero { stroke: #9da7b3; }
    .leader { stroke: #59636e; }
    .seam, .hatch { stroke: #14171b; }
    .dots, .estimated.dot { fill: #14171b; }
    .unknown { stroke: #9da7b3; }
    .paper { fill: #14171b; }
    .s1 { color: #657ec3; } .s2 { color: #e97523; } .s3 { color: #44d686; } .s4 { color: #f18ebc; }
    .s5 { color: #eed969; } .s6 { color: #b1e1ff; } .s7 { color: #a670fc; } .s8 { color: #a17669; }
    }

    """
