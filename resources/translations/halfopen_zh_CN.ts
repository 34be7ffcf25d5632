<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ExperimentFile</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::AgentProcess</name>
    <message>
        <source>The agent wrote a line of more than %1 bytes, which no agent of this program does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent %1 could not be started: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>halfopen-agent was not found; it belongs beside this program or in ../libexec/halfopen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent %1 does not exist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent ended in the middle of a line.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Banner</name>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::DockTitle</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float or dock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (bring it back from the View menu)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::EndpointEditor</name>
    <message>
        <source>What the %1 does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 SO_KEEPALIVE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: no timer looks at an idle connection, ever (socket(7))</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2 … %3 %4 · %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silence before the first probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two unanswered probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswered probes that end the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long data may stay unacknowledged; with keepalive it replaces the count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bytes a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What one send() hands over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between two calls of send(); off: as fast as it goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long after the first fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call gives up; it says nothing about the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The kernel doubles it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receive buffer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 TCP_NODELAY</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More of the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keepalive %1/%2/%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user timeout %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>options off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what the %1 does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ExperimentPanel</name>
    <message>
        <source>pair %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: nothing happens to the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tcp_retries2 %1, time limit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pair </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a pair like this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel and place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::FaultEditor</name>
    <message>
        <source>+ Add a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a fault</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::FaultRow</name>
    <message>
        <source>Fault %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at which host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>direction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds after the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted from the moment when all pairs are armed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heals after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heals by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>heals after seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove this fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::HeadlessRun</name>
    <message>
        <source>Running &quot;%1&quot; without a display.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted for the %1 of pair %2: %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; choose another with --out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1-outcomes.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>         %1-timeline.png</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>         %1-results.png</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::HistoryModel</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
%2
version %3, %L4 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::HistoryPanel</name>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the selected run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the selected run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run is kept here as it goes on. Double-click one to see it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the run of %1 from the history? It cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::LaneText</name>
    <message>
        <source>%1 × %2, %3</source>
        <comment>call, times, bytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>call, times</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <comment>errno, time since the fault</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will block for ever: the program will never know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocks for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will block here: the program will know nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 will block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program holds its socket open and does not look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds the socket, does not look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed: there is no program any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped: the program does not run, its kernel answers on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pair %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted %1</source>
        <comment>interval</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured %1 s: %2 %3</source>
        <comment>seconds, call, errno</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not noticed within %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Linux %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned, not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted: never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 planned</source>
        <comment>a fault</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retransmission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keepalive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TIME-WAIT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>again</source>
        <comment>a retransmitted packet, as short as can be</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut to the client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deaf</source>
        <comment>both sockets stop hearing each other</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cable out: %1</source>
        <comment>host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 killed</source>
        <comment>host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 frozen</source>
        <comment>host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>healed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plugged in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thawed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocked %2: the program knows nothing</source>
        <comment>call, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocked %2: knows nothing</source>
        <comment>call, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocked %2</source>
        <comment>call, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 blocked</source>
        <comment>call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 = 0</source>
        <comment>call: the peer has closed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes sent and not yet acknowledged, bytes received and not yet read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bytes waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in flight, and the stopped program&apos;s kernel answers every probe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in flight, so no retransmission timer: only keepalive can find out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in flight and no keepalive: nobody will ever find out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in flight, so no retransmission timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing in flight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send-Q up to %1</source>
        <comment>bytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recv-Q up to %1</source>
        <comment>bytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program is dead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program is stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has told: %2</source>
        <comment>call, errno</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 over and over</source>
        <comment>call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>call, duration</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the program does not look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>between two calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no timer armed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 timer: %2 left</source>
        <comment>timer, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 timer: due, the kernel rounds up</source>
        <comment>timer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no row in /proc/net/tcp any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 probes unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probes unanswered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retransmissions in a row: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send-Q %1 · Recv-Q %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>t = %1</source>
        <comment>time since the start</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 before the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected: the program knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected: the program still waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probes expected by then: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone: no row in the table any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the kernel still believes in the peer</source>
        <comment>TCP state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: still believes in the peer</source>
        <comment>TCP state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the kernel believed in the peer until here</source>
        <comment>TCP state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the peer has closed, this program has not</source>
        <comment>TCP state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ESTABLISHED, as the kernel will go on saying after the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>App call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Socket state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a pair of sockets: its expected probes appear here at once, and the real ones beside them when you press Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds since the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds since the planned fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds since all pairs were armed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>host: its call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the router</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of the %1</source>
        <comment>host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keepalive idle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>whole seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 → 0</source>
        <comment>timer, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no timer is armed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no timer will be armed: nothing will ever happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no timer is armed: nothing will ever happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 packets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>packet kind, number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retransmission %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>a packet&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 expected</source>
        <comment>a packet&apos;s name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine: both programs on one network stack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>router</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deaf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drops</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cable out for %1</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cable out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut %1 ago</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click to plug back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>probe 2 of 3</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 again and again</source>
        <comment>call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds the socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no socket any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its kernel has given up the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gave up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>believes, has sent again %1 ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent again %1 ×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>believes, %1 of %2 probes unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>believes, probes unanswered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unanswered: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>still believes in the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>believes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>believes in the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will hold the socket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>will call %1</source>
        <comment>call</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped, its kernel answers on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 packets/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since the fault</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 since the start</source>
        <comment>time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 will never notice</source>
        <comment>host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 will notice in about %2</source>
        <comment>host, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 is about to notice</source>
        <comment>host</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the cable to plug it back · click a host: kill, freeze, cable out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the cable to plug it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the cable to cut it · click a host: kill, freeze, cable out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the cable to cut it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The hosts are being built …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is over: run again to cut the cable by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run is over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run, then click the cable to cut it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::LessonPanel</name>
    <message>
        <source>Text of the lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a lesson from the Lessons menu: it loads its experiment and tells what to look for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lesson&apos;s text %1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::LogPanel</name>
    <message>
        <source>Log of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every fact that the agent tells, with its time, as soon as a run has begun.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::MainActions</name>
    <message>
        <source>&amp;Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the experiment (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break off the run (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cut or plug the cable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open experiment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save experiment…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes as &amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Time line as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Results as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Window as PNG…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Experiment file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add a pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remo&amp;ve the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;name the pair…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Forget earlier results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Whole run in the time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Halfopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lessons were found beside the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking at what this machine can run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::MainWindow</name>
    <message>
        <source>Halfopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Halfopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this machine was not checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel %1 · HZ %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own namespaces, no root</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loopback only, no %1 here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing can run: no %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break off the run and close the window? What has been seen so far stays in the history.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break off and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run is going on. Stop it before you open another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiments (*.halfopen.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be drawn, so %1 was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Halfopen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h3&gt;Halfopen %1&lt;/h3&gt;&lt;p&gt;How long your sockets go on believing in a dead peer, and why.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a slider: the next value; on the time line: pan and cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run and earlier ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>/proc/net/tcp of both hosts, 10 × a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds since the agent&apos;s hello</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double-click opens a run as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::NetworkEditor</name>
    <message>
        <source>Retries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long unacknowledged data is repeated before the kernel gives up (ip-sysctl)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run ends then at the latest, counted from the moment when all pairs are armed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own network namespaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loopback of this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time &amp;limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the address family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since Linux %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other sysctls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::OptionRow</name>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>whose, title, kernel name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kernel default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kernel default for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not set it: the kernel&apos;s default rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::PlaceCheck</name>
    <message>
        <source>The agent did not finish its check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent wrote a line that cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent ended without checking anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent ended without checking anything. It said: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::PredictionBox</name>
    <message>
        <source>Predicted, without a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted from the cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted from the kill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted from the freeze</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Predicted time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the option</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct an option</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::QuantityText</name>
    <message>
        <source>0 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 s</source>
        <comment>from–to, seconds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from – to, with units</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>errno %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ResultChart</name>
    <message>
        <source>Measured minus predicted, in milliseconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time until the call failed, in seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured − predicted [ms]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after the fault [s]</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ResultTableModel</name>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, flagged: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured [s]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from [s]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to [s]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>predicted from [s]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>verdict</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::ResultsPanel</name>
    <message>
        <source>Keep earlier runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the outcomes of the last runs below those of this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the numbers as a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Result charts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measured − predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>milliseconds, band = what the rules allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time until the call failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bar = measured, green bracket = predicted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Results in numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No end looks at its connection: nothing can fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars and dots appear when a run has measured them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⚑ This run is flagged (%1): do not rely on its numbers, run it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::RunController</name>
    <message>
        <source>The agent wrote a line that cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent introduced itself twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent did not introduce itself: %1 is no agent of this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent speaks protocol %1 and this program %2; install both from one version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fault &apos;%1&apos; could not be made: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent fell silent while it built the hosts and connected the pairs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent said nothing for five seconds after it was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent did not end the run at its time limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent did not finish when it was asked to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent was ended by signal %1 in the middle of the run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent ended in the middle of the run with status %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It said: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::RunKeeper</name>
    <message>
        <source>The history cannot be written: %1 Runs go on, but are not kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::RunStatus</name>
    <message>
        <source>Progress of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break off the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break off the run; what has been seen stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready. Press Run, then watch the prediction come true.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>building the hosts and connecting the pairs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleaning up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 after the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connected, no fault yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failing in about %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about to fail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody will notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 ends have noticed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::SocketPanel</name>
    <message>
        <source>Sockets of both hosts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rows of /proc/net/tcp of both hosts, ten times a second, as soon as a run has begun.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::SocketTableModel</name>
    <message>
        <source>closed by the peer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not connected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(gone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(gone: %1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retrans</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send-Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recv-Q</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rto [ms]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>backoff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cwnd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which host&apos;s table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>local_address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>st: the TCP state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tr: the timer that pends; retransmission and window probes hide keepalive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tm-&gt;when: until it fires, before the timer wheel&apos;s rounding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>timeout: unanswered keepalive or window probes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retrnsmt: retransmission timeouts in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tx_queue: bytes unacknowledged and unsent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rx_queue: bytes not yet read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retransmission timeout, in steps of 10 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TCP_INFO: doublings of the retransmission timeout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Congestion window, segments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rem_address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::Speech</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
</context>
<context>
    <name>halfopen::TimeAxis</name>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::TimelineHeader</name>
    <message>
        <source>Time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which end the time line shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale of the time axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√ time keeps back-off from 0.2 s to minutes readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>linear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>√ time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>follow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep now in sight while a run goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pair %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from the history</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::TimelineView</name>
    <message>
        <source>Show everything	Home</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Square-root time: back-off stays readable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count from the fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Server&apos;s side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calls and states of both ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::TopologyView</name>
    <message>
        <source>&amp;Kill its program (SIGKILL)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Thaw its program (SIGCONT)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Freeze its program (SIGSTOP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plug its cable in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull its &amp;cable out (needs hosts of their own)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull its &amp;cable out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop packets &amp;both ways</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop packets to the &amp;server only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop packets to the &amp;client only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Plug back: let all packets pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts and cable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>host, what its program does, socket state, what its kernel believes</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cable is cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cable is whole.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>halfopen::WhyPanel</name>
    <message>
        <source>Why the selected end notices or not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a pair to read why its ends notice, or why they do not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of pair %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Shows how long your sockets go on believing in a dead peer, and why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No lesson was found beside the program; name an experiment file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file and no lesson named &apos;%1&apos;; halfopen-cli lessons lists them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
