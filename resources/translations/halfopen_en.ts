<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ResultRows</name>
    <message numerus="yes">
        <source>%n ends, the first after %1, the last after %2</source>
        <translation>
            <numerusform>%n end, the first after %1, the last after %2</numerusform>
            <numerusform>%n ends, the first after %1, the last after %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunDifference</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>settings that differ</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhyText</name>
    <message numerus="yes">
        <source>The counters are the host&apos;s: its %n connections have counted together.</source>
        <translation>
            <numerusform>The counters are the host&apos;s: its %Ln connection has counted alone.</numerusform>
            <numerusform>The counters are the host&apos;s: its %Ln connections have counted together.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n window probe(s) had left before the fault and had no answer either: the kernel counts them too. The peer&apos;s kernel answers such probes at most every 500 ms (tcp_invalid_ratelimit).</source>
        <translation>
            <numerusform>%n window probe had left before the fault and had no answer either: the kernel counts it too. The peer&apos;s kernel answers such probes at most every 500 ms (tcp_invalid_ratelimit).</numerusform>
            <numerusform>%n window probes had left before the fault and had no answer either: the kernel counts them too. The peer&apos;s kernel answers such probes at most every 500 ms (tcp_invalid_ratelimit).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::DistributionChart</name>
    <message numerus="yes">
        <source>%1: after %2 s, %3 of %n end(s) had failed.</source>
        <translation>
            <numerusform>%1: after %2 s, %3 of %n end had failed.</numerusform>
            <numerusform>%1: after %2 s, %3 of %n ends had failed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::EndpointEditor</name>
    <message numerus="yes">
        <source>%n changes</source>
        <comment>options that the script changes while the connection lives</comment>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::ExperimentFiles</name>
    <message numerus="yes">
        <source>%n files were dropped; drop one experiment at a time.</source>
        <translation>
            <numerusform>%n file was dropped; drop one experiment at a time.</numerusform>
            <numerusform>%n files were dropped; drop one experiment at a time.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::FaultLine</name>
    <message numerus="yes">
        <source>Puts one fault with these values in the place of the %n that are in force</source>
        <translation>
            <numerusform>Puts one fault with these values in the place of the one that is in force</numerusform>
            <numerusform>Puts one fault with these values in the place of the %Ln that are in force</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::FaultPanel</name>
    <message numerus="yes">
        <source>%1 – %n more</source>
        <comment>place; faults that are folded away</comment>
        <translation>
            <numerusform>%1 – %n more</numerusform>
            <numerusform>%1 – %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::FigureText</name>
    <message numerus="yes">
        <source>and %n more run(s)</source>
        <translation>
            <numerusform>and %n more run</numerusform>
            <numerusform>and %n more runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n row(s) are drawn; the exported numbers have all of them.</source>
        <translation>
            <numerusform>The first %1 of %n row are drawn; the exported numbers have all of them.</numerusform>
            <numerusform>The first %1 of %n rows are drawn; the exported numbers have all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n curve(s) are drawn; the exported numbers have all of them.</source>
        <translation>
            <numerusform>The first %1 of %n curve are drawn; the exported numbers have all of them.</numerusform>
            <numerusform>The first %1 of %n curves are drawn; the exported numbers have all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n end(s) are drawn; the exported numbers have all of them.</source>
        <translation>
            <numerusform>The first %1 of %n end are drawn; the exported numbers have all of them.</numerusform>
            <numerusform>The first %1 of %n ends are drawn; the exported numbers have all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::HistoryPanel</name>
    <message numerus="yes">
        <source>Delete %n run(s) from the history? They cannot be brought back.</source>
        <translation>
            <numerusform>Delete %n run from the history? It cannot be brought back.</numerusform>
            <numerusform>Delete %n runs from the history? They cannot be brought back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>None of the newest %n run(s) contains &quot;%1&quot;. Older ones have not been read.</source>
        <translation>
            <numerusform>The newest %n run does not contain &quot;%1&quot;. Older ones have not been read.</numerusform>
            <numerusform>None of the newest %n runs contains &quot;%1&quot;. Older ones have not been read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n older run(s) too</source>
        <translation>
            <numerusform>Show the %n older run too</numerusform>
            <numerusform>Show the %n older runs too</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::LaneText</name>
    <message numerus="yes">
        <source>%Ln packets</source>
        <translation>
            <numerusform>%Ln packet</numerusform>
            <numerusform>%Ln packets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <comment>in force at one place</comment>
        <translation>
            <numerusform>%Ln fault</numerusform>
            <numerusform>%Ln faults</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>faults in the router</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) hidden</source>
        <comment>of the time line, left out because it is too low</comment>
        <translation>
            <numerusform>%n row hidden</numerusform>
            <numerusform>%n rows hidden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n row(s)</source>
        <comment>of the time line, left out because it is too low</comment>
        <translation>
            <numerusform>+ %n row</numerusform>
            <numerusform>+ %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::ResultPages</name>
    <message numerus="yes">
        <source>The first %1 of %n end(s) are drawn; the exported numbers have all of them.</source>
        <translation>
            <numerusform>The first %1 of %n end are drawn; the exported numbers have all of them.</numerusform>
            <numerusform>The first %1 of %n ends are drawn; the exported numbers have all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The charts show the first %1 of %n row(s); the table has all of them.</source>
        <translation>
            <numerusform>The charts show the first %1 of %n row; the table has all of them.</numerusform>
            <numerusform>The charts show the first %1 of %n rows; the table has all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n curve(s) are drawn; the exported numbers have all of them.</source>
        <translation>
            <numerusform>The first %1 of %n curve are drawn; the exported numbers have all of them.</numerusform>
            <numerusform>The first %1 of %n curves are drawn; the exported numbers have all of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Spread of %n end(s)</source>
        <translation>
            <numerusform>Spread of %n end</numerusform>
            <numerusform>Spread of %n ends</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::ResultsPanel</name>
    <message numerus="yes">
        <source>Reading %n run(s) of the history…</source>
        <translation>
            <numerusform>Reading %n run of the history…</numerusform>
            <numerusform>Reading %n runs of the history…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparing %n run(s)</source>
        <translation>
            <numerusform>Comparing %n run</numerusform>
            <numerusform>Comparing %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::SpreadText</name>
    <message numerus="yes">
        <source>%n end(s)</source>
        <comment>all of them have failed</comment>
        <translation>
            <numerusform>%n end</numerusform>
            <numerusform>%n ends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n end(s) failed</source>
        <translation>
            <numerusform>%1 of %n end failed</numerusform>
            <numerusform>%1 of %n ends failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::SweepPage</name>
    <message numerus="yes">
        <source>Measure %n cell(s)</source>
        <translation>
            <numerusform>Measure %n cell</numerusform>
            <numerusform>Measure %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n measured cell(s) as predicted</source>
        <translation>
            <numerusform>%1 of %n measured cell as predicted</numerusform>
            <numerusform>%1 of %n measured cells as predicted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measuring %n cell(s), run %1 of %2: %3 of about %4</source>
        <comment>two times</comment>
        <translation>
            <numerusform>Measuring %n cell, run %1 of %2: %3 of about %4</numerusform>
            <numerusform>Measuring %n cells, run %1 of %2: %3 of about %4</numerusform>
        </translation>
    </message>
</context>
</TS>
