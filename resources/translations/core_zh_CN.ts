<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>core</name>
    <message>
        <source>After {} of silence the kernel sends a probe, then one every {}; when {} in a row are unanswered, {}() fails with ETIMEDOUT.</source>
        <translation>静默 {} 之后内核发出一个探测，此后每隔 {} 一个；连续 {} 个都没有回应时，{}() 以 ETIMEDOUT 失败。</translation>
    </message>
    <message>
        <source>With TCP_USER_TIMEOUT the probe count is ignored: probes start after {} of silence, and the first expiry after {} without any answer ends the connection with ETIMEDOUT.</source>
        <translation>设了 TCP_USER_TIMEOUT，探测次数就不算数了：静默 {} 之后开始探测，累计 {} 没有任何回应之后，定时器下一次到期就以 ETIMEDOUT 结束连接。</translation>
    </message>
    <message>
        <source>Nobody reads at the peer, so its window closes: TCP_USER_TIMEOUT ends the connection {} after the first window probe, answered or not.</source>
        <translation>对端没有人读，窗口会关闭：不论窗口探测有没有回应，TCP_USER_TIMEOUT 都在第一个窗口探测之后 {} 结束连接。</translation>
    </message>
    <message>
        <source>Nobody reads at the peer, so its window is closed: after {} unanswered window probes (tcp_retries2) the kernel gives up with ETIMEDOUT.</source>
        <translation>对端没有人读，窗口是关着的：{} 个窗口探测（tcp_retries2）没有回应之后，内核以 ETIMEDOUT 放弃。</translation>
    </message>
    <message>
        <source>The peer&apos;s program is killed with data unread: its kernel sends a RST, and {}() fails at once or at its next call.</source>
        <translation>对端程序被杀死时还有数据没读：它的内核发出 RST，{}() 立刻失败，或者在下一次调用时失败。</translation>
    </message>
    <message>
        <source>The peer&apos;s program is killed and its kernel sends a FIN: the next send() still succeeds and provokes a RST, the one after it fails with EPIPE.</source>
        <translation>对端程序被杀死，它的内核发出 FIN：下一次 send() 仍然成功，却引来一个 RST，再下一次以 EPIPE 失败。</translation>
    </message>
    <message>
        <source>The peer&apos;s program is killed: its kernel closes the socket with a FIN, and recv() returns 0 within milliseconds.</source>
        <translation>对端程序被杀死：它的内核用 FIN 关闭套接字，recv() 在几毫秒之内返回 0。</translation>
    </message>
    <message>
        <source>The send buffer fills, send() blocks and SO_SNDTIMEO ends the wait: first a short count, after another {} EAGAIN. It says nothing about the peer.</source>
        <translation>发送缓冲区填满，send() 阻塞，SO_SNDTIMEO 结束等待：先是返回较小的字节数，再过 {} 是 EAGAIN。这说明不了对端的任何情况。</translation>
    </message>
    <message>
        <source>SO_RCVTIMEO ends recv() with EAGAIN {} after the call began; it says nothing about the peer.</source>
        <translation>SO_RCVTIMEO 在调用开始 {} 之后以 EAGAIN 结束 recv()；这说明不了对端的任何情况。</translation>
    </message>
    <message>
        <source>The program only holds the socket: nobody looks, so nobody can notice.</source>
        <translation>程序只是拿着套接字：没有人看，也就没有人能发觉。</translation>
    </message>
    <message>
        <source>This end&apos;s own program is killed or stopped: it cannot notice anything.</source>
        <translation>这一端自己的程序被杀死或停住了：它什么也发觉不了。</translation>
    </message>
    <message>
        <source>Nothing breaks: the connection goes on.</source>
        <translation>什么都没有断：连接继续。</translation>
    </message>
    <message>
        <source>The peer&apos;s program is stopped, but its kernel goes on answering: probes and data are acknowledged, so nothing ever times out.</source>
        <translation>对端程序停住了，但它的内核还在回应：探测和数据都得到确认，所以永远不会超时。</translation>
    </message>
    <message>
        <source>The path is whole again before the kernel gives up: the connection survives.</source>
        <translation>内核放弃之前线路就恢复了：连接活了下来。</translation>
    </message>
    <message>
        <source>Nothing is in flight and keepalive is off, so no timer is armed: TCP_USER_TIMEOUT alone never looks at an idle connection.</source>
        <translation>没有数据在途，保活也关着，所以没有任何定时器在运行：单凭 TCP_USER_TIMEOUT 从不查看空闲的连接。</translation>
    </message>
    <message>
        <source>Nothing is in flight and keepalive is off, so no timer is armed: the kernel will believe in the peer for ever.</source>
        <translation>没有数据在途，保活也关着，所以没有任何定时器在运行：内核会永远相信对端还在。</translation>
    </message>
    <message>
        <source>has to be true or false</source>
        <translation>必须是 true 或 false</translation>
    </message>
    <message>
        <source>command &apos;{}&apos; is not known.</source>
        <translation>未知的命令 &apos;{}&apos;。</translation>
    </message>
    <message>
        <source>An event is one line, but this text has several.</source>
        <translation>一个事件占一行，而这段文本有好几行。</translation>
    </message>
    <message>
        <source>An event has to be an object {{…}}, not {}.</source>
        <translation>事件必须是对象 {{…}}，而不是 {}。</translation>
    </message>
    <message>
        <source>Event &apos;{}&apos;: {}</source>
        <translation>事件 &apos;{}&apos;：{}</translation>
    </message>
    <message>
        <source>The agent speaks protocol {}, but this program understands {} at most.</source>
        <translation>代理程序使用协议 {}，而本程序最高只懂 {}。</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, which is not a known activity</source>
        <translation>是 &apos;{}&apos;，不是已知的活动</translation>
    </message>
    <message>
        <source>belongs to the activity request</source>
        <translation>只属于活动 request</translation>
    </message>
    <message>
        <source>pair {}</source>
        <translation>连接对 {}</translation>
    </message>
    <message>
        <source>has to be a list […], not {}</source>
        <translation>必须是列表 […]，而不是 {}</translation>
    </message>
    <message>
        <source>has {} entries, but may have at most {}</source>
        <translation>有 {} 项，但最多只能有 {} 项</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but this version reads &apos;{}&apos;</source>
        <translation>是 &apos;{}&apos;，而本版本读的是 &apos;{}&apos;</translation>
    </message>
    <message>
        <source>&apos;virtual-time&apos; is not available in this version</source>
        <translation>&apos;virtual-time&apos; 在本版本中还不可用</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but has to be auto, namespaces or loopback</source>
        <translation>是 &apos;{}&apos;，但必须是 auto、namespaces 或 loopback</translation>
    </message>
    <message>
        <source>is &apos;loopback&apos;, which needs the place &apos;loopback&apos;</source>
        <translation>是 &apos;loopback&apos;，这需要场所 &apos;loopback&apos;</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but has to be ipv4 or ipv6</source>
        <translation>是 &apos;{}&apos;，但必须是 ipv4 或 ipv6</translation>
    </message>
    <message>
        <source>is empty, but an experiment needs at least one pair</source>
        <translation>是空的，而实验至少要有一个连接对</translation>
    </message>
    <message>
        <source>1 pair, {}</source>
        <translation>1 个连接对，{}</translation>
    </message>
    <message>
        <source>{} pairs, {}</source>
        <translation>{} 个连接对，{}</translation>
    </message>
    <message>
        <source>1 pair, {}, {}</source>
        <translation>1 个连接对，{}，{}</translation>
    </message>
    <message>
        <source>{} pairs, {}, {}</source>
        <translation>{} 个连接对，{}，{}</translation>
    </message>
    <message>
        <source>Sysctl &apos;{}&apos; needs the place &apos;namespaces&apos;: on loopback the sysctls are this machine&apos;s own.</source>
        <translation>sysctl &apos;{}&apos; 需要“命名空间”场所：在回环上，sysctl 就是本机自己的设置。</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, which is not a known fault</source>
        <translation>是 &apos;{}&apos;，不是已知的故障</translation>
    </message>
    <message>
        <source>cannot be given: a killed program stays dead</source>
        <translation>不能给出：被杀死的程序不会复活</translation>
    </message>
    <message>
        <source>does not belong to fault &apos;{}&apos;, which acts in the router</source>
        <translation>不属于故障 &apos;{}&apos;，那个故障发生在路由器上</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but has to be client or server</source>
        <translation>是 &apos;{}&apos;，但必须是 client 或 server</translation>
    </message>
    <message>
        <source>does not belong to fault &apos;{}&apos;, which acts at a host</source>
        <translation>不属于故障 &apos;{}&apos;，那个故障发生在主机上</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but has to be both, to-server or to-client</source>
        <translation>是 &apos;{}&apos;，但必须是 both、to-server 或 to-client</translation>
    </message>
    <message>
        <source>0 or 1</source>
        <translation>0 或 1</translation>
    </message>
    <message>
        <source>{:.15g} to {:.15g}</source>
        <translation>{} 到 {}</translation>
    </message>
    <message>
        <source>{:.15g} to {:.15g} {}</source>
        <translation>{} 到 {} {}</translation>
    </message>
    <message>
        <source>The text is {} bytes long; at most {} bytes are read.</source>
        <translation>文本长 {} 字节；最多读 {} 字节。</translation>
    </message>
    <message>
        <source>The text nests deeper than {} levels.</source>
        <translation>文本的嵌套超过 {} 层。</translation>
    </message>
    <message>
        <source>{} is given twice in one object.</source>
        <translation>{} 在同一个对象里出现了两次。</translation>
    </message>
    <message>
        <source>This is no valid JSON: {}.</source>
        <translation>这不是有效的 JSON：{}。</translation>
    </message>
    <message>
        <source>has to be an object {{…}}, not {}</source>
        <translation>必须是对象 {{…}}，而不是 {}</translation>
    </message>
    <message>
        <source>The experiment {}.</source>
        <translation>实验{}。</translation>
    </message>
    <message>
        <source>{} {}.</source>
        <translation>{} {}。</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>has to be a number ({}), not {}</source>
        <translation>必须是数字（{}），而不是 {}</translation>
    </message>
    <message>
        <source>is {:.15g}, but has to be {}</source>
        <translation>是 {}，但必须是 {}</translation>
    </message>
    <message>
        <source>is {:.15g}, but has to be a whole number</source>
        <translation>是 {}，但必须是整数</translation>
    </message>
    <message>
        <source>has to be a text in quotes, not {}</source>
        <translation>必须是引号里的文本，而不是 {}</translation>
    </message>
    <message>
        <source>is {} bytes long, but may have at most {}</source>
        <translation>长 {} 字节，但最多只能有 {} 字节</translation>
    </message>
    <message>
        <source>contains a control character</source>
        <translation>含有控制字符</translation>
    </message>
    <message>
        <source>is not a known key</source>
        <translation>不是已知的键</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no kernel version; it has to begin like 6.12.</source>
        <translation>&apos;{}&apos; 不是内核版本号；它的开头应当像 6.12。</translation>
    </message>
    <message>
        <source>HZ {} is out of range; kernels tick 24 to 10000 times a second.</source>
        <translation>HZ {} 超出范围；内核每秒的滴答数是 24 到 10000。</translation>
    </message>
    <message>
        <source>client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>both</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>to-server</source>
        <translation>往服务器</translation>
    </message>
    <message>
        <source>to-client</source>
        <translation>往客户端</translation>
    </message>
    <message>
        <source>drop</source>
        <translation>丢包</translation>
    </message>
    <message>
        <source>cable-out</source>
        <translation>拔网线</translation>
    </message>
    <message>
        <source>kill</source>
        <translation>杀死</translation>
    </message>
    <message>
        <source>freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>namespaces</source>
        <translation>命名空间</translation>
    </message>
    <message>
        <source>loopback</source>
        <translation>回环</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>retransmission</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>With a user timeout of {} the count of {} is ignored: one lost probe ends the connection.</source>
        <translation>用户超时为 {} 时，次数 {} 不起作用：丢一个探测就会结束连接。</translation>
    </message>
    <message>
        <source>With a user timeout of {} the count of {} is ignored: {} lost probes end the connection.</source>
        <translation>用户超时为 {} 时，次数 {} 不起作用：丢 {} 个探测就会结束连接。</translation>
    </message>
    <message>
        <source>Set it to {} s instead</source>
        <translation>改设为 {} s</translation>
    </message>
    <message>
        <source>TCP_USER_TIMEOUT counts milliseconds: {} is {}.</source>
        <translation>TCP_USER_TIMEOUT 的单位是毫秒：{} 就是 {}。</translation>
    </message>
    <message>
        <source>Make it {} s</source>
        <translation>改成 {} s</translation>
    </message>
    <message>
        <source>A user timeout alone does nothing on an idle connection: no timer is armed that could look at it.</source>
        <translation>在空闲连接上，单有用户超时不起任何作用：没有定时器在运行，也就没有谁去查看它。</translation>
    </message>
    <message>
        <source>Switch keepalive on</source>
        <translation>打开保活</translation>
    </message>
    <message>
        <source>The keepalive values have no effect while SO_KEEPALIVE is off.</source>
        <translation>SO_KEEPALIVE 关着时，保活的各个值都不起作用。</translation>
    </message>
    <message>
        <source>Add a user timeout of {} s</source>
        <translation>加上 {} s 的用户超时</translation>
    </message>
    <message>
        <source>While data is unacknowledged keepalive is put off: the retransmission timer and tcp_retries2 decide.</source>
        <translation>有数据未确认时保活会推迟：由重传定时器和 tcp_retries2 决定。</translation>
    </message>
    <message>
        <source>{} counts seconds: {} is {:.1f} hours.</source>
        <translation>{} 的单位是秒：{} 就是 {} 小时。</translation>
    </message>
    <message>
        <source>SO_RCVTIMEO does not limit {}().</source>
        <translation>SO_RCVTIMEO 限制不了 {}()。</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>关掉它</translation>
    </message>
    <message>
        <source>SO_SNDTIMEO does not limit {}().</source>
        <translation>SO_SNDTIMEO 限制不了 {}()。</translation>
    </message>
    <message>
        <source>{} s silence + {} × {} s probes</source>
        <translation>静默 {} s + {} × {} s 探测</translation>
    </message>
    <message>
        <source>Set the time limit to {} s</source>
        <translation>把时间上限设为 {} s</translation>
    </message>
    <message>
        <source>The run ends at {}, before the predicted failure.</source>
        <translation>运行在 {} 就结束，早于预测的失败时刻。</translation>
    </message>
    <message>
        <source>nobody looks</source>
        <translation>没有程序在看</translation>
    </message>
    <message>
        <source>what is sent is acknowledged</source>
        <translation>发出的都得到确认</translation>
    </message>
    <message>
        <source>the probes are answered</source>
        <translation>探测都有应答</translation>
    </message>
    <message>
        <source>no timer is armed</source>
        <translation>没有定时器在运行</translation>
    </message>
    <message>
        <source>{}, the first after the user timeout of {}</source>
        <translation>{}，用户超时 {} 之后的第一个</translation>
    </message>
    <message>
        <source>retransmissions at doubling intervals, tcp_retries2 = {}</source>
        <translation>间隔不断加倍的重传，tcp_retries2 = {}</translation>
    </message>
    <message>
        <source>{} SO_SNDTIMEO of the call</source>
        <translation>本次调用的 SO_SNDTIMEO {}</translation>
    </message>
    <message>
        <source>{} SO_RCVTIMEO of the call</source>
        <translation>本次调用的 SO_RCVTIMEO {}</translation>
    </message>
    <message>
        <source>the peer&apos;s kernel answers with RST</source>
        <translation>对端内核以 RST 回应</translation>
    </message>
    <message>
        <source>the dead program&apos;s kernel sends FIN at once</source>
        <translation>死去程序的内核立刻发出 FIN</translation>
    </message>
    <message>
        <source>this host&apos;s own kernel reports it</source>
        <translation>由本主机自己的内核报告</translation>
    </message>
    <message>
        <source>{}, no fault</source>
        <translation>{}，无故障</translation>
    </message>
    <message>
        <source>{}, cable out</source>
        <translation>{}，拔网线</translation>
    </message>
    <message>
        <source>{}, killed</source>
        <translation>{}，被杀死</translation>
    </message>
    <message>
        <source>{}, frozen</source>
        <translation>{}，被冻结</translation>
    </message>
    <message>
        <source>{}, no keepalive</source>
        <translation>{}，无保活</translation>
    </message>
    <message>
        <source>{} (server)</source>
        <translation>{}（服务器）</translation>
    </message>
    <message>
        <source>Line {} of the socket table is not of the form that /proc/net/tcp has.</source>
        <translation>套接字表的第 {} 行不是 /proc/net/tcp 的格式。</translation>
    </message>
    <message>
        <source>{}, {}</source>
        <translation>{}，{}</translation>
    </message>
    <message>
        <source>{} at the {}</source>
        <translation>{1}：{0}</translation>
    </message>
    <message>
        <source>Place: {}</source>
        <translation>场所：{}</translation>
    </message>
    <message>
        <source>Place: {}. {}</source>
        <translation>场所：{}。{}</translation>
    </message>
    <message>
        <source>{}: {} works. {}</source>
        <translation>{}：{} 可用。{}</translation>
    </message>
    <message>
        <source>{}: {} does not work. {}</source>
        <translation>{}：{} 不可用。{}</translation>
    </message>
    <message>
        <source>The {}&apos;s program runs (process {}, {})</source>
        <translation>{}程序在运行（进程 {}，{}）</translation>
    </message>
    <message>
        <source>The {}&apos;s program was ended by signal {}</source>
        <translation>{}程序被信号 {} 结束</translation>
    </message>
    <message>
        <source>The {}&apos;s program has ended</source>
        <translation>{}程序已经结束</translation>
    </message>
    <message>
        <source>The {}&apos;s program is stopped</source>
        <translation>{}程序停住了</translation>
    </message>
    <message>
        <source>The {}&apos;s program goes on</source>
        <translation>{}程序继续运行</translation>
    </message>
    <message>
        <source>All pairs are armed: t = 0</source>
        <translation>所有连接对就绪：t = 0</translation>
    </message>
    <message>
        <source>Fault: {}</source>
        <translation>故障：{}</translation>
    </message>
    <message>
        <source>Healed: {}</source>
        <translation>恢复：{}</translation>
    </message>
    <message>
        <source>Fault {} could not be made: {}</source>
        <translation>无法制造故障（{}）：{}</translation>
    </message>
    <message>
        <source>{}: {}() failed with {}</source>
        <translation>{}：{}() 失败，{}</translation>
    </message>
    <message>
        <source>{}: recv() returned 0</source>
        <translation>{}：recv() 返回 0</translation>
    </message>
    <message>
        <source>{}: the row is gone from the socket table</source>
        <translation>{}：这一行已从套接字表中消失</translation>
    </message>
    <message>
        <source>{}: {} dropped</source>
        <translation>{}：{} 被丢弃</translation>
    </message>
    <message>
        <source>{}: {} lost</source>
        <translation>{}：{} 丢失</translation>
    </message>
    <message>
        <source>{}: {} sent</source>
        <translation>{}：{} 已发出</translation>
    </message>
    <message>
        <source>{} frames were lost that no fault took ({})</source>
        <translation>有 {} 个帧丢失，却不是故障造成的（{}）</translation>
    </message>
    <message>
        <source>{} samples were left out</source>
        <translation>略去了 {} 个采样</translation>
    </message>
    <message>
        <source>The run is over: everything expected has been seen</source>
        <translation>运行结束：该看到的都看到了</translation>
    </message>
    <message>
        <source>The run is over: its time limit has come</source>
        <translation>运行结束：时间上限到了</translation>
    </message>
    <message>
        <source>The run was broken off</source>
        <translation>运行被中断</translation>
    </message>
    <message>
        <source>Unknown event: {}</source>
        <translation>未知事件：{}</translation>
    </message>
    <message>
        <source>The processes of the agent cannot be joined by a socket pair: {}.</source>
        <translation>无法用 socketpair 连接代理程序的各个进程：{}。</translation>
    </message>
    <message>
        <source>Could not {}: {}.</source>
        <translation>无法{}：{}。</translation>
    </message>
    <message>
        <source>Could not {}: {}, the kernel says &quot;{}&quot;.</source>
        <translation>无法{}：{}，内核说 &quot;{}&quot;。</translation>
    </message>
    <message>
        <source>make the cable&apos;s timer and signals</source>
        <translation>建立网线的定时器和信号</translation>
    </message>
    <message>
        <source>open a packet socket</source>
        <translation>打开数据包套接字</translation>
    </message>
    <message>
        <source>choose the ring&apos;s version</source>
        <translation>选择环形缓冲区的版本</translation>
    </message>
    <message>
        <source>hide outgoing frames from a packet socket</source>
        <translation>让数据包套接字不收发出的帧</translation>
    </message>
    <message>
        <source>make a packet ring of 16 MiB</source>
        <translation>建立 16 MiB 的数据包环形缓冲区</translation>
    </message>
    <message>
        <source>map a packet ring</source>
        <translation>映射数据包环形缓冲区</translation>
    </message>
    <message>
        <source>bind a packet socket to the router&apos;s link</source>
        <translation>把数据包套接字绑定到路由器的接口</translation>
    </message>
    <message>
        <source>A command line was longer than this agent takes. Make the experiment smaller.</source>
        <translation>命令行超过了代理程序能接受的长度。请把实验改小。</translation>
    </message>
    <message>
        <source>A command was not understood: {}</source>
        <translation>有一条命令看不懂：{}</translation>
    </message>
    <message>
        <source>A second experiment was sent and left out: one agent makes one run.</source>
        <translation>又发来一个实验，已略去：一个代理程序只做一次运行。</translation>
    </message>
    <message>
        <source>The pairs could not be connected in time. The machine may be overloaded; try fewer pairs.</source>
        <translation>连接对没能及时连上。机器可能过载；请少用几个连接对。</translation>
    </message>
    <message>
        <source>Run &apos;halfopen-cli check&apos; to see what this machine can run and what would help.</source>
        <translation>运行 &apos;halfopen-cli check&apos;，看看这台机器能做什么、怎样补救。</translation>
    </message>
    <message>
        <source>The pairs are not armed yet. Make the fault once the run has started.</source>
        <translation>连接对还没有就绪。请在运行开始之后再制造故障。</translation>
    </message>
    <message>
        <source>Fault number {} was left out: the {}&apos;s program is dead already.</source>
        <translation>略去第 {} 号故障：{}程序已经死了。</translation>
    </message>
    <message>
        <source>Not all sockets of the pairs came to the director: too many files are open on this machine. Close other programs or use fewer pairs.</source>
        <translation>连接对的套接字没有全部交到主控进程：这台机器打开的文件太多。请关掉别的程序，或少用几个连接对。</translation>
    </message>
    <message>
        <source>was ended by signal {}</source>
        <translation>被信号 {} 结束</translation>
    </message>
    <message>
        <source>ended by itself</source>
        <translation>自己结束了</translation>
    </message>
    <message>
        <source>The {}&apos;s program {} although no fault asked for it. Run the experiment again.</source>
        <translation>并没有故障要求这样，{}程序却{}。请再运行一次实验。</translation>
    </message>
    <message>
        <source>{} pairs need {} open files, but this machine allows {} a process (ulimit -Hn). Raise that limit or use fewer pairs.</source>
        <translation>{} 个连接对需要打开 {} 个文件，而这台机器只允许每个进程 {} 个（ulimit -Hn）。请提高这个上限，或少用几个连接对。</translation>
    </message>
    <message>
        <source>There is no fault number {}.</source>
        <translation>没有第 {} 号故障。</translation>
    </message>
    <message>
        <source>Fault number {} has been made already.</source>
        <translation>第 {} 号故障已经制造过了。</translation>
    </message>
    <message>
        <source>The {}&apos;s program is dead already, so it cannot be ended or frozen.</source>
        <translation>{}程序已经死了，不能再结束或冻结。</translation>
    </message>
    <message>
        <source>Fault number {} is not in force, so there is nothing to heal.</source>
        <translation>第 {} 号故障不在生效，没有什么可恢复的。</translation>
    </message>
    <message>
        <source>A killed program stays dead.</source>
        <translation>被杀死的程序不会复活。</translation>
    </message>
    <message>
        <source>The {}&apos;s program is dead, so it cannot be thawed.</source>
        <translation>{}程序已经死了，无法解冻。</translation>
    </message>
    <message>
        <source>The kernel refused IP_MINTTL on one of the sockets, so the loopback place cannot drop packets.</source>
        <translation>内核拒绝在其中一个套接字上设置 IP_MINTTL，所以回环场所无法丢包。</translation>
    </message>
    <message>
        <source>The {}&apos;s program did not {} within half a second.</source>
        <translation>{}程序在半秒之内没有{}。</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>停住</translation>
    </message>
    <message>
        <source>go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>The kernel gives no further process: {}.</source>
        <translation>内核不再给新进程：{}。</translation>
    </message>
    <message>
        <source>The kernel gives no pidfd (Linux 5.3 or newer is needed): {}.</source>
        <translation>内核不给 pidfd（需要 Linux 5.3 或更新版本）：{}。</translation>
    </message>
    <message>
        <source>The attempt to build the namespaces ended without an answer.</source>
        <translation>试建命名空间的进程没有回答就结束了。</translation>
    </message>
    <message>
        <source>The namespaces place is available, and it is the best one.</source>
        <translation>命名空间场所可用，它是最好的选择。</translation>
    </message>
    <message>
        <source>Loopback, because namespaces cannot be had here: {}</source>
        <translation>用回环，因为这里得不到命名空间：{}</translation>
    </message>
    <message>
        <source>{} And on loopback it cannot run either: {}</source>
        <translation>{}在回环上也运行不了：{}</translation>
    </message>
    <message>
        <source>The socket table of a host cannot be read: {}.</source>
        <translation>无法读取主机的套接字表：{}。</translation>
    </message>
    <message>
        <source>The server cannot accept pair {}: {}.</source>
        <translation>服务器无法接受连接对 {}：{}。</translation>
    </message>
    <message>
        <source>The server listens on another number of ports than there are pairs.</source>
        <translation>服务器监听的端口数和连接对数不一致。</translation>
    </message>
    <message>
        <source>The director is gone.</source>
        <translation>主控进程不在了。</translation>
    </message>
    <message>
        <source>The kernel gives no further thread: {}. Use fewer pairs or the activity epoll.</source>
        <translation>内核不再给新线程：{}。请少用几个连接对，或改用活动 epoll。</translation>
    </message>
    <message>
        <source>The client cannot connect to {}: {}.</source>
        <translation>客户端连不上 {}：{}。</translation>
    </message>
    <message>
        <source>The server cannot listen on {}: {}.</source>
        <translation>服务器无法在 {} 上监听：{}。</translation>
    </message>
    <message>
        <source>This kernel does not know the socket option {}; leave it out of the experiment.</source>
        <translation>这个内核不认识套接字选项 {}；请把它从实验中去掉。</translation>
    </message>
    <message>
        <source>The kernel refused {} = {}: {}.</source>
        <translation>内核拒绝了 {} = {}：{}。</translation>
    </message>
    <message>
        <source>The kernel gives no further TCP socket: {}.</source>
        <translation>内核不再给新的 TCP 套接字：{}。</translation>
    </message>
    <message>
        <source>open {}</source>
        <translation>打开 {}</translation>
    </message>
    <message>
        <source>The lab&apos;s {} failed. {}</source>
        <translation>实验环境的{}失败。{}</translation>
    </message>
    <message>
        <source>set the router&apos;s loopback interface up</source>
        <translation>启用路由器的回环接口</translation>
    </message>
    <message>
        <source>set the router&apos;s link up</source>
        <translation>启用路由器的接口</translation>
    </message>
    <message>
        <source>set a host&apos;s loopback interface up</source>
        <translation>启用主机的回环接口</translation>
    </message>
    <message>
        <source>set a host&apos;s link up</source>
        <translation>启用主机的接口</translation>
    </message>
    <message>
        <source>enter the {} host</source>
        <translation>进入{}主机</translation>
    </message>
    <message>
        <source>The {} host&apos;s interface did not get its carrier within two seconds.</source>
        <translation>{}主机的接口在两秒之内没有得到载波。</translation>
    </message>
    <message>
        <source>The {} host&apos;s interface did not lose its carrier within two seconds.</source>
        <translation>{}主机的接口在两秒之内没有失去载波。</translation>
    </message>
    <message>
        <source>A user namespace was made.</source>
        <translation>建立了用户命名空间。</translation>
    </message>
    <message>
        <source>It was given this user as its root.</source>
        <translation>本用户在其中成为 root。</translation>
    </message>
    <message>
        <source>A network namespace was made.</source>
        <translation>建立了网络命名空间。</translation>
    </message>
    <message>
        <source>A virtual cable was made, its offloads switched off.</source>
        <translation>建立了虚拟网线，并关掉了它的卸载功能。</translation>
    </message>
    <message>
        <source>A packet socket with a ring was bound to it.</source>
        <translation>给它绑定了带环形缓冲区的数据包套接字。</translation>
    </message>
    <message>
        <source>TCP&apos;s settings were set and read back.</source>
        <translation>TCP 的设置已写入并读回。</translation>
    </message>
    <message>
        <source>connect two sockets on 127.0.0.1</source>
        <translation>在 127.0.0.1 上连接两个套接字</translation>
    </message>
    <message>
        <source>set IP_MINTTL</source>
        <translation>设置 IP_MINTTL</translation>
    </message>
    <message>
        <source>send on 127.0.0.1</source>
        <translation>在 127.0.0.1 上发送</translation>
    </message>
    <message>
        <source>A byte got through to a socket that IP_MINTTL should have made deaf.</source>
        <translation>IP_MINTTL 本应让套接字收不到数据，却有一个字节通过了。</translation>
    </message>
    <message>
        <source>reset IP_MINTTL</source>
        <translation>还原 IP_MINTTL</translation>
    </message>
    <message>
        <source>A byte sent to a socket that was deaf did not arrive after IP_MINTTL was taken back.</source>
        <translation>撤回 IP_MINTTL 之后，先前发给那个收不到数据的套接字的字节仍没有到达。</translation>
    </message>
    <message>
        <source>Two sockets were connected on 127.0.0.1.</source>
        <translation>在 127.0.0.1 上连接了两个套接字。</translation>
    </message>
    <message>
        <source>A socket was made deaf and heard again.</source>
        <translation>一个套接字先收不到数据，后来又能收到。</translation>
    </message>
    <message>
        <source>make a pipe for the check</source>
        <translation>为检查建立管道</translation>
    </message>
    <message>
        <source>start a process for the check</source>
        <translation>为检查启动进程</translation>
    </message>
    <message>
        <source>A system call filter ended the trial (SIGSYS).</source>
        <translation>系统调用过滤器结束了这次尝试（SIGSYS）。</translation>
    </message>
    <message>
        <source>The trial gave no answer within ten seconds.</source>
        <translation>这次尝试在十秒之内没有回答。</translation>
    </message>
    <message>
        <source>Not tried: it needs what failed before it.</source>
        <translation>没有尝试：它依赖前面失败的那一步。</translation>
    </message>
    <message>
        <source>make the veth pair {}</source>
        <translation>建立 veth 对 {}</translation>
    </message>
    <message>
        <source>give a host its address</source>
        <translation>给主机设置地址</translation>
    </message>
    <message>
        <source>give a host its default route</source>
        <translation>给主机设置默认路由</translation>
    </message>
    <message>
        <source>pin a host&apos;s neighbour</source>
        <translation>固定主机的邻居项</translation>
    </message>
    <message>
        <source>open a socket for interface settings</source>
        <translation>打开用于接口设置的套接字</translation>
    </message>
    <message>
        <source>switch the offloads of interface {} off</source>
        <translation>关掉接口 {} 的卸载功能</translation>
    </message>
    <message>
        <source>read the flags of interface {}</source>
        <translation>读取接口 {} 的标志</translation>
    </message>
    <message>
        <source>set interface {} up</source>
        <translation>启用接口 {}</translation>
    </message>
    <message>
        <source>set interface {} down</source>
        <translation>停用接口 {}</translation>
    </message>
    <message>
        <source>write {}</source>
        <translation>写入 {}</translation>
    </message>
    <message>
        <source>enter a network namespace</source>
        <translation>进入网络命名空间</translation>
    </message>
    <message>
        <source>make a user namespace</source>
        <translation>建立用户命名空间</translation>
    </message>
    <message>
        <source>make a network namespace</source>
        <translation>建立网络命名空间</translation>
    </message>
    <message>
        <source>open the network namespace</source>
        <translation>打开网络命名空间</translation>
    </message>
    <message>
        <source>open a netlink socket</source>
        <translation>打开 netlink 套接字</translation>
    </message>
    <message>
        <source>bind a netlink socket</source>
        <translation>绑定 netlink 套接字</translation>
    </message>
    <message>
        <source>Could not {}: the kernel&apos;s netlink answer is malformed.</source>
        <translation>无法{}：内核的 netlink 应答格式不对。</translation>
    </message>
    <message>
        <source>Or use the loopback place, which needs none of this.</source>
        <translation>或者使用回环场所，它不需要这些。</translation>
    </message>
    <message>
        <source>Let the system have more user namespaces: as root, sysctl -w user.max_user_namespaces=15000.</source>
        <translation>让系统可以有更多用户命名空间：以 root 身份执行 sysctl -w user.max_user_namespaces=15000。</translation>
    </message>
    <message>
        <source>A Flatpak sandbox has no namespaces of its own: install the .deb package or use the AppImage.</source>
        <translation>Flatpak 沙箱里没有自己的命名空间：请安装 .deb 包或使用 AppImage。</translation>
    </message>
    <message>
        <source>A strictly confined snap has no namespaces of its own: install the .deb package.</source>
        <translation>严格隔离的 snap 没有自己的命名空间：请安装 .deb 包。</translation>
    </message>
    <message>
        <source>Let ordinary users make user namespaces: as root, sysctl -w kernel.unprivileged_userns_clone=1.</source>
        <translation>允许普通用户建立用户命名空间：以 root 身份执行 sysctl -w kernel.unprivileged_userns_clone=1。</translation>
    </message>
    <message>
        <source>Start the container with --security-opt seccomp=unconfined.</source>
        <translation>启动容器时加上 --security-opt seccomp=unconfined。</translation>
    </message>
    <message>
        <source>Start the container with --security-opt seccomp=unconfined --security-opt apparmor=unconfined.</source>
        <translation>启动容器时加上 --security-opt seccomp=unconfined --security-opt apparmor=unconfined。</translation>
    </message>
    <message>
        <source>Run it outside of the chroot: the kernel makes no user namespaces inside of one.</source>
        <translation>请在 chroot 之外运行：内核不在 chroot 里建立用户命名空间。</translation>
    </message>
    <message>
        <source>Install Halfopen&apos;s .deb package: it brings the AppArmor profile that lets its agent make user namespaces.</source>
        <translation>请安装 Halfopen 的 .deb 包：它带有 AppArmor 配置，让代理程序可以建立用户命名空间。</translation>
    </message>
    <message>
        <source>Use a kernel with user namespaces (CONFIG_USER_NS).</source>
        <translation>请使用支持用户命名空间的内核（CONFIG_USER_NS）。</translation>
    </message>
    <message>
        <source>Run it outside of so many nested user namespaces.</source>
        <translation>请不要在嵌套这么多层的用户命名空间里运行。</translation>
    </message>
    <message>
        <source>A system call filter surrounds this program: run it outside of that sandbox.</source>
        <translation>本程序处在系统调用过滤器之中：请在那个沙箱之外运行。</translation>
    </message>
    <message>
        <source>A security module of this machine refuses it (the kernel log tells which): ask its administrator.</source>
        <translation>这台机器的安全模块拒绝了它（内核日志里写着是哪一个）：请找管理员。</translation>
    </message>
    <message>
        <source>Let the system have more network namespaces: as root, sysctl -w user.max_net_namespaces=15000.</source>
        <translation>让系统可以有更多网络命名空间：以 root 身份执行 sysctl -w user.max_net_namespaces=15000。</translation>
    </message>
    <message>
        <source>Use a kernel with network namespaces (CONFIG_NET_NS).</source>
        <translation>请使用支持网络命名空间的内核（CONFIG_NET_NS）。</translation>
    </message>
    <message>
        <source>Load the kernel module for virtual cables: as root, modprobe veth.</source>
        <translation>加载虚拟网线的内核模块：以 root 身份执行 modprobe veth。</translation>
    </message>
    <message>
        <source>Load the kernel module for packet sockets: as root, modprobe af_packet.</source>
        <translation>加载数据包套接字的内核模块：以 root 身份执行 modprobe af_packet。</translation>
    </message>
    <message>
        <source>Free some memory: the cable needs 32 MiB for its packet rings.</source>
        <translation>请腾出一些内存：网线的数据包环形缓冲区需要 32 MiB。</translation>
    </message>
    <message>
        <source>Start the container so that /proc/sys can be written (--security-opt systempaths=unconfined).</source>
        <translation>启动容器时让 /proc/sys 可写（--security-opt systempaths=unconfined）。</translation>
    </message>
    <message>
        <source>Run it on a kernel that lets a network namespace have its own TCP settings (Linux 4.15 or later).</source>
        <translation>请在允许网络命名空间有自己的 TCP 设置的内核上运行（Linux 4.15 或更新版本）。</translation>
    </message>
    <message>
        <source>user namespace</source>
        <translation>用户命名空间</translation>
    </message>
    <message>
        <source>id map</source>
        <translation>id 映射</translation>
    </message>
    <message>
        <source>network namespace</source>
        <translation>网络命名空间</translation>
    </message>
    <message>
        <source>packet socket</source>
        <translation>数据包套接字</translation>
    </message>
    <message>
        <source>host stack</source>
        <translation>主机协议栈</translation>
    </message>
    <message>
        <source>loopback connection</source>
        <translation>回环连接</translation>
    </message>
    <message>
        <source>IP_MINTTL cut</source>
        <translation>IP_MINTTL 切断</translation>
    </message>
    <message>
        <source>this is a Docker container</source>
        <translation>这是 Docker 容器</translation>
    </message>
    <message>
        <source>this is a Podman container</source>
        <translation>这是 Podman 容器</translation>
    </message>
    <message>
        <source>this is a Flatpak</source>
        <translation>这是 Flatpak</translation>
    </message>
    <message>
        <source>this is a snap</source>
        <translation>这是 snap</translation>
    </message>
    <message>
        <source>this is a chroot</source>
        <translation>这是 chroot</translation>
    </message>
    <message>
        <source>Set the loopback interface up: as root, ip link set lo up.</source>
        <translation>启用回环接口：以 root 身份执行 ip link set lo up。</translation>
    </message>
    <message>
        <source>Run it on a Linux kernel (2.6.34 or later): IP_MINTTL does not hold packets back here.</source>
        <translation>请在 Linux 内核（2.6.34 或更新版本）上运行：IP_MINTTL 在这里拦不住数据包。</translation>
    </message>
    <message>
        <source>list sockets</source>
        <translation>列出套接字</translation>
    </message>
    <message>
        <source>abort a socket</source>
        <translation>中止套接字</translation>
    </message>
    <message>
        <source>This kernel has no sysctl net.ipv4.{}; take it out of the experiment or use a newer kernel.</source>
        <translation>这个内核没有 sysctl net.ipv4.{}；请把它从实验中去掉，或使用更新的内核。</translation>
    </message>
    <message>
        <source>This kernel has no sysctl net.ipv4.{} (it came with Linux {}); take it out of the experiment or use a newer kernel.</source>
        <translation>这个内核没有 sysctl net.ipv4.{}（从 Linux {} 起才有）；请把它从实验中去掉，或使用更新的内核。</translation>
    </message>
    <message>
        <source>read the sysctl net.{}</source>
        <translation>读取 sysctl net.{}</translation>
    </message>
    <message>
        <source>set the sysctl net.{} to {}</source>
        <translation>把 sysctl net.{} 设为 {}</translation>
    </message>
    <message>
        <source>Could not {}: the kernel holds {}.</source>
        <translation>无法{}：内核里的值是 {}。</translation>
    </message>
    <message>
        <source>The sysctl {} is none that an experiment may set.</source>
        <translation>sysctl {} 不是实验可以设置的。</translation>
    </message>
    <message>
        <source>This kernel runs without IPv6; choose the family ipv4 or boot without ipv6.disable=1.</source>
        <translation>这个内核没有启用 IPv6；请选择地址族 ipv4，或者启动时不带 ipv6.disable=1。</translation>
    </message>
    <message>
        <source>Line {} of the run cannot be read: {}</source>
        <translation>运行记录的第 {} 行读不懂：{}</translation>
    </message>
    <message>
        <source>{} returned {:d}</source>
        <translation>{} 返回 {}</translation>
    </message>
    <message>
        <source>{} {:.3f} s before the fault</source>
        <translation>故障前 {1} s：{0}</translation>
    </message>
    <message>
        <source>{} after {:.3f} s</source>
        <translation>{1} s 后 {0}</translation>
    </message>
    <message>
        <source>nobody looked</source>
        <translation>没有人看</translation>
    </message>
    <message>
        <source>nobody noticed</source>
        <translation>没有人发觉</translation>
    </message>
    <message>
        <source>1 of {} ends failed: {}</source>
        <translation>{} 端中有 1 端失败：{}</translation>
    </message>
    <message>
        <source>{} of {} ends failed, the first: {}, the last after {:.3f} s</source>
        <translation>{1} 端中有 {0} 端失败，最早：{2}，最晚在 {3} s 后</translation>
    </message>
    <message>
        <source>{} ({} not as predicted)</source>
        <translation>{}（{} 个不合预测）</translation>
    </message>
    <message>
        <source>The history {} could not be {}: {}.</source>
        <translation>历史记录 {} 无法{}：{}。</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is not installed (Debian: libqt6sql6-sqlite)</source>
        <translation>没有安装 Qt 的 SQLite 驱动（Debian：libqt6sql6-sqlite）</translation>
    </message>
    <message>
        <source>The folder {} for the history could not be made.</source>
        <translation>无法建立存放历史记录的文件夹 {}。</translation>
    </message>
    <message>
        <source>opened</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>written</source>
        <translation>写入</translation>
    </message>
    <message>
        <source>it has no run {}</source>
        <translation>其中没有运行 {}</translation>
    </message>
    <message>
        <source>read</source>
        <translation>读取</translation>
    </message>
    <message>
        <source>More than one run begins with &apos;{}&apos;; write more of its name.</source>
        <translation>有不止一次运行以 &apos;{}&apos; 开头；请把名称写得更长一些。</translation>
    </message>
    <message>
        <source>There is no run {} in the history.</source>
        <translation>历史记录里没有运行 {}。</translation>
    </message>
    <message>
        <source>its schema is {} and this version knows schemas up to {}; update the program</source>
        <translation>它的数据库结构版本是 {}，而本版本最高认得 {}；请更新程序</translation>
    </message>
    <message>
        <source>cable</source>
        <translation>网线</translation>
    </message>
    <message>
        <source>packet ring {}</source>
        <translation>{}的数据包环形缓冲区</translation>
    </message>
    <message>
        <source>router to {}</source>
        <translation>路由器往{}</translation>
    </message>
    <message>
        <source>director</source>
        <translation>主控进程</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>heal</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>A reader without keepalive: when does it notice?</source>
        <translation>没有保活的读取方：它什么时候会察觉？</translation>
    </message>
    <message>
        <source>A reader with keepalive 30/1/3: when does it notice?</source>
        <translation>保活为 30/1/3 的读取方：它什么时候会察觉？</translation>
    </message>
    <message>
        <source>The impatient reader: keepalive 3/1/3</source>
        <translation>性急的读取方：保活 3/1/3</translation>
    </message>
    <message>
        <source>The looping sender&apos;s riddle: send goes on succeeding</source>
        <translation>循环发送方之谜：send 为什么一直成功</translation>
    </message>
    <message>
        <source>A sender with SO_SNDTIMEO: the call gives up, the connection does not</source>
        <translation>设了 SO_SNDTIMEO 的发送方：调用放弃了，连接没有</translation>
    </message>
    <message>
        <source>A sender with TCP_USER_TIMEOUT: the limit for data in flight</source>
        <translation>设了 TCP_USER_TIMEOUT 的发送方：在途数据的时限</translation>
    </message>
    <message>
        <source>Idle reader, keepalive 5/3/3</source>
        <translation>空闲的读取方，保活 5/3/3</translation>
    </message>
    <message>
        <source>reader</source>
        <translation>读取方</translation>
    </message>
    <message>
        <source>impatient</source>
        <translation>性急的读取方</translation>
    </message>
    <message>
        <source>a little at a time</source>
        <translation>每次一点</translation>
    </message>
    <message>
        <source>flat out</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>send timeout 2 s</source>
        <translation>发送超时 2 s</translation>
    </message>
    <message>
        <source>no send timeout</source>
        <translation>无发送超时</translation>
    </message>
    <message>
        <source>sender</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>idle reader</source>
        <translation>空闲的读取方</translation>
    </message>
    <message>
        <source>Linux default 7200/75/9</source>
        <translation>Linux 默认 7200/75/9</translation>
    </message>
    <message>
        <source>Article 30/1/3</source>
        <translation>文章 30/1/3</translation>
    </message>
    <message>
        <source>Article 60/5/3</source>
        <translation>文章 60/5/3</translation>
    </message>
    <message>
        <source>Impatient 3/1/3</source>
        <translation>性急 3/1/3</translation>
    </message>
    <message>
        <source>Redis server 300/100/3</source>
        <translation>Redis 服务器 300/100/3</translation>
    </message>
    <message>
        <source>FreeRDP fixed 5/2/3 + 16 s</source>
        <translation>FreeRDP 修正后 5/2/3 + 16 s</translation>
    </message>
    <message>
        <source>pgbouncer example 1/11/3 + 12.5 s</source>
        <translation>pgbouncer 示例 1/11/3 + 12.5 s</translation>
    </message>
    <message>
        <source>Cloud Hypervisor migration 60/15/4</source>
        <translation>Cloud Hypervisor 迁移 60/15/4</translation>
    </message>
    <message>
        <source>The article that this program began from: recv with keepalive returned after 33 s</source>
        <translation>本程序由之开始的那篇文章：带保活的 recv 在 33 s 后返回</translation>
    </message>
    <message>
        <source>The article that this program began from</source>
        <translation>本程序由之开始的那篇文章</translation>
    </message>
    <message>
        <source>For a lesson that has to end within the minute</source>
        <translation>用于必须在一分钟内结束的课程</translation>
    </message>
    <message>
        <source>Go net.KeepAliveConfig, defaults since Go 1.23</source>
        <translation>Go net.KeepAliveConfig，Go 1.23 起的默认值</translation>
    </message>
    <message>
        <source>redis.conf: tcp-keepalive 300; Redis sets a third of it as interval and 3 as count</source>
        <translation>redis.conf：tcp-keepalive 300；Redis 以其三分之一为间隔，次数为 3</translation>
    </message>
    <message>
        <source>libkeepalive (msantos): defaults</source>
        <translation>libkeepalive (msantos)：默认值</translation>
    </message>
    <message>
        <source>curl(1): --keepalive-time, default 60 s for idle and interval</source>
        <translation>curl(1)：--keepalive-time，空闲和间隔默认为 60 s</translation>
    </message>
    <message>
        <source>FreeRDP #2802: one lost probe ended the session</source>
        <translation>FreeRDP #2802：丢一个探测就结束了会话</translation>
    </message>
    <message>
        <source>FreeRDP, after pull request #3015</source>
        <translation>FreeRDP，合并请求 #3015 之后</translation>
    </message>
    <message>
        <source>Materialize pods 300/30/3</source>
        <translation>Materialize 的 pod 300/30/3</translation>
    </message>
    <message>
        <source>Materialize: keepalive of its pods</source>
        <translation>Materialize：其 pod 的保活</translation>
    </message>
    <message>
        <source>Cloud Hypervisor: sockets of a live migration</source>
        <translation>Cloud Hypervisor：热迁移所用的套接字</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>retransmit</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>keepalive</source>
        <translation>保活</translation>
    </message>
    <message>
        <source>window-probe</source>
        <translation>窗口探测</translation>
    </message>
    <message>
        <source>lost-frames</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>starved</source>
        <translation>机器过忙</translation>
    </message>
    <message>
        <source>lost-frames+starved</source>
        <translation>丢帧，机器过忙</translation>
    </message>
    <message>
        <source>Fault &apos;{}&apos; needs the place &apos;namespaces&apos;: {}.</source>
        <translation>故障“{}”需要“命名空间”场所：{}。</translation>
    </message>
    <message>
        <source>on loopback no single packet can be chosen</source>
        <translation>在环回上无法选择单个数据包</translation>
    </message>
    <message>
        <source>loopback has no cable and no carrier</source>
        <translation>回环没有网线，也没有载波</translation>
    </message>
    <message>
        <source>loopback has no router in between</source>
        <translation>回环中间没有路由器</translation>
    </message>
    <message>
        <source>loopback&apos;s interface, routes and queues are this machine&apos;s own</source>
        <translation>回环的接口、路由和队列属于本机</translation>
    </message>
    <message>
        <source>on loopback both ends share the kernel of this machine</source>
        <translation>在环回上两端共用本机的内核</translation>
    </message>
    <message>
        <source>SOCK_DESTROY is a right that only a network of one&apos;s own gives</source>
        <translation>只有在自己的网络中才有 SOCK_DESTROY 的权限</translation>
    </message>
    <message>
        <source>cannot be given: back_after_s says when a rebooted host is back</source>
        <translation>不能给出：back_after_s 说明重启的主机何时回来</translation>
    </message>
    <message>
        <source>cannot be given: fault &apos;{}&apos; cannot be undone</source>
        <translation>不能给出：故障“{}”无法撤销</translation>
    </message>
    <message>
        <source>does not belong to fault &apos;nat-forget&apos;, which forgets whole connections</source>
        <translation>不属于故障“nat-forget”，它遗忘整个连接</translation>
    </message>
    <message>
        <source>does not belong to fault &apos;{}&apos;</source>
        <translation>不属于故障“{}”</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but has to be any, data, ack or keepalive-probe</source>
        <translation>是“{}”，但必须是 any、data、ack 或 keepalive-probe</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but has to be rst, icmp-host, icmp-net, icmp-port or icmp-admin</source>
        <translation>是“{}”，但必须是 rst、icmp-host、icmp-net、icmp-port 或 icmp-admin</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but has to be silent or rst</source>
        <translation>是“{}”，但必须是 silent 或 rst</translation>
    </message>
    <message>
        <source>delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>nat-forget</source>
        <translation>NAT 遗忘</translation>
    </message>
    <message>
        <source>interface-down</source>
        <translation>接口关闭</translation>
    </message>
    <message>
        <source>route-removed</source>
        <translation>路由已删除</translation>
    </message>
    <message>
        <source>address-removed</source>
        <translation>地址已删除</translation>
    </message>
    <message>
        <source>neighbour-lost</source>
        <translation>邻居丢失</translation>
    </message>
    <message>
        <source>local-drop</source>
        <translation>本地丢弃</translation>
    </message>
    <message>
        <source>power-off</source>
        <translation>断电</translation>
    </message>
    <message>
        <source>reboot</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>destroy</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>This agent cannot make the fault &apos;{}&apos;.</source>
        <translation>此代理无法制造故障“{}”。</translation>
    </message>
    <message>
        <source>{}, USER_TIMEOUT {:g} s</source>
        <translation>{}，用户超时 {} s</translation>
    </message>
    <message>
        <source>{}, RCVTIMEO {:g} s</source>
        <translation>{}，RCVTIMEO {} s</translation>
    </message>
    <message>
        <source>{}, SNDTIMEO {:g} s</source>
        <translation>{}，SNDTIMEO {} s</translation>
    </message>
    <message>
        <source>delayed frames</source>
        <translation>延迟的帧</translation>
    </message>
    <message>
        <source>write the capture {}</source>
        <translation>写入抓包文件 {}</translation>
    </message>
    <message>
        <source>write the whole capture</source>
        <translation>写入完整的抓包文件</translation>
    </message>
    <message>
        <source>The capture lacks {} packets: its disk did not keep up.</source>
        <translation>抓包文件缺少 {} 个数据包：磁盘跟不上。</translation>
    </message>
    <message>
        <source>The loopback place has no cable whose packets could be recorded; a capture needs the place &apos;namespaces&apos;.</source>
        <translation>回环场所没有可记录数据包的网线；抓包需要“命名空间”场所。</translation>
    </message>
    <message>
        <source>has to be client or server</source>
        <translation>必须是 client 或 server</translation>
    </message>
    <message>
        <source>stands alone: name at least one option that changes then</source>
        <translation>单独出现：请至少写出一个届时改变的选项</translation>
    </message>
    <message>
        <source>belongs to the activity heartbeat</source>
        <translation>只属于活动 heartbeat</translation>
    </message>
    <message>
        <source>has the activity connect, but only a client connects</source>
        <translation>的活动是 connect，但只有客户端会发起连接</translation>
    </message>
    <message>
        <source>{}: {} is {:g} from now on</source>
        <translation>{}：{} 从现在起为 {:g}</translation>
    </message>
    <message>
        <source>The options of pair number {} could not be changed: {}</source>
        <translation>第 {} 对的选项无法更改：{}</translation>
    </message>
    <message>
        <source>There is no such pair, or its program is dead.</source>
        <translation>没有这一对，或者它的程序已经死亡。</translation>
    </message>
    <message>
        <source>The pairs are not armed yet.</source>
        <translation>各对尚未就绪。</translation>
    </message>
    <message>
        <source>The program has closed its socket already.</source>
        <translation>程序已经关闭了它的套接字。</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but has to be routed, direct or loopback</source>
        <translation>是 &apos;{}&apos;，但必须是 routed、direct 或 loopback</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but place &apos;loopback&apos; has only the path &apos;loopback&apos;</source>
        <translation>是 &apos;{}&apos;，但场所 &apos;loopback&apos; 只有路径 &apos;loopback&apos;</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but has to be pinned or real</source>
        <translation>是 &apos;{}&apos;，但必须是 pinned 或 real</translation>
    </message>
    <message>
        <source>does not belong to place &apos;loopback&apos;, which has no neighbours</source>
        <translation>不属于场所 &apos;loopback&apos;，那里没有邻居</translation>
    </message>
    <message>
        <source>Path &apos;direct&apos; needs the place &apos;namespaces&apos;: loopback is no path between hosts.</source>
        <translation>路径 &apos;direct&apos; 需要“命名空间”场所：回环不是主机之间的路径。</translation>
    </message>
    <message>
        <source>Real neighbours need the place &apos;namespaces&apos;: loopback has none.</source>
        <translation>真实的邻居需要“命名空间”场所：回环没有邻居。</translation>
    </message>
    <message>
        <source>A rebooting host comes back by itself.</source>
        <translation>正在重启的主机会自行恢复。</translation>
    </message>
    <message>
        <source>Fault &apos;{}&apos; cannot be undone.</source>
        <translation>故障 &apos;{}&apos; 无法撤销。</translation>
    </message>
    <message>
        <source>Fault &apos;{}&apos; does not act at a host.</source>
        <translation>故障 &apos;{}&apos; 不发生在主机上。</translation>
    </message>
    <message>
        <source>The {}&apos;s program did not end within half a second.</source>
        <translation>{}程序在半秒之内没有结束。</translation>
    </message>
    <message>
        <source>Fault &apos;{}&apos; does not act on a host&apos;s network.</source>
        <translation>故障 &apos;{}&apos; 不影响主机的网络。</translation>
    </message>
    <message>
        <source>set a host&apos;s link down</source>
        <translation>关闭主机的接口</translation>
    </message>
    <message>
        <source>The kernel aborted none of the sockets: it was built without CONFIG_INET_DIAG_DESTROY. Use another kernel or another fault.</source>
        <translation>内核没有中止任何套接字：编译时没有启用 CONFIG_INET_DIAG_DESTROY。请换用其他内核或其他故障。</translation>
    </message>
    <message>
        <source>take a host&apos;s address away</source>
        <translation>移除主机的地址</translation>
    </message>
    <message>
        <source>take a host&apos;s default route away</source>
        <translation>移除主机的默认路由</translation>
    </message>
    <message>
        <source>give a host the route to its subnet</source>
        <translation>给主机设置通往其子网的路由</translation>
    </message>
    <message>
        <source>take the route to a host&apos;s subnet away</source>
        <translation>移除通往主机子网的路由</translation>
    </message>
    <message>
        <source>take a host&apos;s neighbour away</source>
        <translation>移除主机的邻居</translation>
    </message>
    <message>
        <source>close a host&apos;s output queue</source>
        <translation>关闭主机的发送队列</translation>
    </message>
    <message>
        <source>open a host&apos;s output queue</source>
        <translation>打开主机的发送队列</translation>
    </message>
    <message>
        <source>The {}&apos;s kernel counted since the fault: {}</source>
        <translation>{}的内核自故障以来的计数：{}</translation>
    </message>
    <message>
        <source>This machine allows {} open files a process (ulimit -Hn): of {} servers that only hold their connection TCP_INFO is not read.</source>
        <translation>这台机器只允许每个进程打开 {} 个文件（ulimit -Hn）：有 {} 个只保持连接的服务器端，它们的 TCP_INFO 不读取。</translation>
    </message>
    <message>
        <source>belongs to the activities send, nonblocking-send, request, close and qt</source>
        <translation>只属于活动 send、nonblocking-send、request、close 和 qt</translation>
    </message>
    <message>
        <source>belongs to the activities send, nonblocking-send and qt</source>
        <translation>只属于活动 send、nonblocking-send 和 qt</translation>
    </message>
    <message>
        <source>The activity qt needs the program halfopen-qt-end beside the agent. Install Halfopen with Qt, or use another activity.</source>
        <translation>活动 qt 需要代理旁边的程序 halfopen-qt-end。请安装带 Qt 的 Halfopen，或使用其他活动。</translation>
    </message>
    <message>
        <source>The Qt program of an end did not start; halfopen-qt-end may lack its libraries.</source>
        <translation>一端的 Qt 程序没有启动；halfopen-qt-end 可能缺少所需的库。</translation>
    </message>
    <message>
        <source>{}: no answer came in time, the heartbeat gives up</source>
        <translation>{}：没有及时收到回答，心跳放弃</translation>
    </message>
    <message>
        <source>{}: {}() failed with {}; SO_ERROR was {}</source>
        <translation>{}：{}() 失败，返回 {}；SO_ERROR 为 {}</translation>
    </message>
    <message>
        <source>{}: {}() returned {}</source>
        <translation>{}：{}() 返回 {}</translation>
    </message>
    <message>
        <source>heartbeat unanswered</source>
        <translation>心跳无人回答</translation>
    </message>
    <message>
        <source>orphan gone</source>
        <translation>孤儿套接字已消失</translation>
    </message>
    <message>
        <source>{} failed</source>
        <translation>{} 失败</translation>
    </message>
    <message>
        <source>Congestion control: {}</source>
        <translation>拥塞控制：{}</translation>
    </message>
    <message>
        <source>This kernel refused the congestion control {}: {}. Take tcp_congestion_control out of the experiment.</source>
        <translation>这个内核拒绝了拥塞控制 {}：{}。请从实验中去掉 tcp_congestion_control。</translation>
    </message>
    <message>
        <source>The kernel took the congestion control {}, but uses {}.</source>
        <translation>内核接受了拥塞控制 {}，用的却是 {}。</translation>
    </message>
    <message>
        <source>{} without an answer: the program&apos;s own limit</source>
        <translation>{} 内没有应答：程序自己的时限</translation>
    </message>
    <message>
        <source>the SYN again and again, tcp_syn_retries = {}</source>
        <translation>反复发送 SYN，tcp_syn_retries = {}</translation>
    </message>
    <message>
        <source>retransmissions after close(), tcp_orphan_retries = {}</source>
        <translation>close() 之后的重传，tcp_orphan_retries = {}</translation>
    </message>
    <message>
        <source>That errno is this host&apos;s own reason why it could not send; it is only remembered, and told at the end.</source>
        <translation>这个 errno 是本机自己无法发送的原因；内核只是记下它，到最后才报告。</translation>
    </message>
    <message>
        <source>The router&apos;s ICMP error does not end the connection; it is only remembered, and becomes the errno at the end.</source>
        <translation>路由器的 ICMP 错误不会结束连接；内核只是记下它，最后它成为 errno。</translation>
    </message>
    <message>
        <source>The first segment cannot leave this host, so nothing is in flight: TCP_USER_TIMEOUT ends the connection {} after it was tried again first, with ETIMEDOUT.</source>
        <translation>第一个报文段无法离开本机，因此没有数据在途：TCP_USER_TIMEOUT 在首次重试 {} 之后结束连接，报告 ETIMEDOUT。</translation>
    </message>
    <message>
        <source>This host&apos;s own queue drops the first segment and says so: the kernel tries again every 0.5 s, and after {} attempts (tcp_retries2) gives up with ETIMEDOUT.</source>
        <translation>本机自己的队列丢弃了第一个报文段并告知内核：内核每 0.5 s 重试一次，{} 次之后（tcp_retries2）放弃，报告 ETIMEDOUT。</translation>
    </message>
    <message>
        <source>The first segment cannot leave this host, so nothing is in flight and no retransmission counts: it is tried again at doubling intervals, and after {} attempts (tcp_retries2) the kernel gives up with ETIMEDOUT.</source>
        <translation>第一个报文段无法离开本机，因此没有数据在途，也不算重传：内核以不断加倍的间隔重试，{} 次之后（tcp_retries2）放弃，报告 ETIMEDOUT。</translation>
    </message>
    <message>
        <source>The SYN is answered with a RST: connect() fails with ECONNREFUSED.</source>
        <translation>SYN 得到的应答是 RST：connect() 失败，报告 ECONNREFUSED。</translation>
    </message>
    <message>
        <source>A RST ends what is left of the closed socket.</source>
        <translation>一个 RST 结束了已关闭套接字的残余。</translation>
    </message>
    <message>
        <source>The peer&apos;s program closes its socket, and its kernel says so with a FIN, or with a RST where data is left unread.</source>
        <translation>对端程序关闭套接字，它的内核用 FIN 告知；若有未读数据，则用 RST。</translation>
    </message>
    <message>
        <source>A RST arrives: {}() fails with ECONNRESET, at once or at its next call.</source>
        <translation>收到 RST：{}() 立即或在下一次调用时失败，报告 ECONNRESET。</translation>
    </message>
    <message>
        <source>The peer&apos;s host has no memory of the connection: it answers the next segment with a RST, and {}() fails with ECONNRESET.</source>
        <translation>对端主机已不记得这条连接：它用 RST 应答下一个报文段，{}() 失败，报告 ECONNRESET。</translation>
    </message>
    <message>
        <source>A middlebox answers the next segment with a RST, and {}() fails with ECONNRESET.</source>
        <translation>中间设备用 RST 应答下一个报文段，{}() 失败，报告 ECONNRESET。</translation>
    </message>
    <message>
        <source>The peer&apos;s kernel gives up the connection first and says so with a RST: {}() fails with ECONNRESET.</source>
        <translation>对端内核先放弃连接，并用 RST 告知：{}() 失败，报告 ECONNRESET。</translation>
    </message>
    <message>
        <source>SO_LINGER 0 makes close() send a RST, and nothing is left of the socket.</source>
        <translation>SO_LINGER 为 0 时 close() 发送 RST，套接字不留任何残余。</translation>
    </message>
    <message>
        <source>All that was sent is acknowledged: what is left of the closed socket goes after tcp_fin_timeout.</source>
        <translation>发送的数据都已确认：已关闭套接字的残余在 tcp_fin_timeout 之后消失。</translation>
    </message>
    <message>
        <source>This host has no route to the peer: connect() fails at once with ENETUNREACH.</source>
        <translation>本机没有到对端的路由：connect() 立即失败，报告 ENETUNREACH。</translation>
    </message>
    <message>
        <source>Nobody answers for the next hop&apos;s address: after three requests, a second apart, connect() fails with EHOSTUNREACH.</source>
        <translation>没有人应答下一跳的地址：三次请求（每次相隔一秒）之后 connect() 失败，报告 EHOSTUNREACH。</translation>
    </message>
    <message>
        <source>A router answers the SYN with an ICMP error: connect() fails with {}, at once or when the SYN is sent again.</source>
        <translation>路由器用 ICMP 错误应答 SYN：connect() 立即或在 SYN 重发时失败，报告 {}。</translation>
    </message>
    <message>
        <source>This host&apos;s kernel is told to end the connection (SOCK_DESTROY): {}() fails with ECONNABORTED, at once or at its next call.</source>
        <translation>本机内核被要求结束连接（SOCK_DESTROY）：{}() 立即或在下一次调用时失败，报告 ECONNABORTED。</translation>
    </message>
    <message>
        <source>IP_RECVERR hands the router&apos;s ICMP error to the program: {}() fails with {}, though the connection lives on.</source>
        <translation>IP_RECVERR 把路由器的 ICMP 错误交给程序：{}() 失败，报告 {}，而连接仍然存活。</translation>
    </message>
    <message>
        <source>Nobody answers the SYN: TCP_USER_TIMEOUT ends connect() with ETIMEDOUT, {} after it but not before it is sent again.</source>
        <translation>没有人应答 SYN：TCP_USER_TIMEOUT 在它发出 {} 之后（但不早于它的重发）结束 connect()，报告 ETIMEDOUT。</translation>
    </message>
    <message>
        <source>Nobody answers the SYN. It is sent again after a second, {} more times a second apart (tcp_syn_linear_timeouts), then at doubling intervals; the first timer that expires {} after it (tcp_syn_retries), or after {} repetitions, makes connect() fail with {}.</source>
        <translation>没有人应答 SYN。它在一秒后重发，再以一秒间隔重发 {} 次（tcp_syn_linear_timeouts），然后间隔加倍；在它发出 {} 之后（tcp_syn_retries）或重发 {} 次之后，第一个到期的定时器使 connect() 失败，报告 {}。</translation>
    </message>
    <message>
        <source>The program has closed its socket, but its last data is not acknowledged: TCP_USER_TIMEOUT of {} lives on and ends what is left.</source>
        <translation>程序已关闭套接字，但最后的数据未被确认：{} 的 TCP_USER_TIMEOUT 继续有效，并结束残余的套接字。</translation>
    </message>
    <message>
        <source>The program has closed its socket, but its last data is not acknowledged: the kernel goes on alone until tcp_orphan_retries = {} (a limit of {}; 0 means 8) is passed.</source>
        <translation>程序已关闭套接字，但最后的数据未被确认：内核独自继续，直到超过 tcp_orphan_retries = {}（{} 的时限；0 表示 8）。</translation>
    </message>
    <message>
        <source>No answer comes within {} of a question: the program gives up by itself, while its kernel may still believe in the peer.</source>
        <translation>提问后 {} 内没有应答：程序自己放弃，而它的内核可能仍然相信对端还在。</translation>
    </message>
    <message>
        <source>SO_SNDTIMEO ends connect() with EINPROGRESS after {}; the attempt goes on behind it.</source>
        <translation>SO_SNDTIMEO 在 {} 之后结束 connect()，报告 EINPROGRESS；连接尝试在后台继续。</translation>
    </message>
    <message>
        <source>The SYN is answered: connect() succeeds, and nothing ends the connection.</source>
        <translation>SYN 得到应答：connect() 成功，没有什么会结束这条连接。</translation>
    </message>
    <message>
        <source>Packets come late, but they come: a late answer is an answer, so nothing times out.</source>
        <translation>数据包来得晚，但终究会到：迟来的应答也是应答，所以不会超时。</translation>
    </message>
    <message>
        <source>This host&apos;s own queue drops the probes, and a probe that could not be sent is not counted: keepalive never ends the connection.</source>
        <translation>本机自己的队列丢弃了探测包，而未能发出的探测不计数：保活永远不会结束连接。</translation>
    </message>
    <message>
        <source>What this fault takes from this end is sent again or never missed: the connection goes on.</source>
        <translation>这个故障从这一端拿走的东西会被重发，或者无关紧要：连接继续。</translation>
    </message>
    <message>
        <source>is &apos;{}&apos;, but has to be the name of a congestion control, as cubic or reno</source>
        <translation>是“{}”，但必须是一个拥塞控制算法的名称，例如 cubic 或 reno</translation>
    </message>
    <message>
        <source>The router answers the {}&apos;s {}</source>
        <translation>路由器应答{}的 {}</translation>
    </message>
    <message>
        <source>The {}&apos;s {} goes out</source>
        <translation>{}发出 {}</translation>
    </message>
    <message>
        <source>The {}&apos;s {} is lost: nobody answers</source>
        <translation>{}的 {} 丢失：无人应答</translation>
    </message>
    <message>
        <source>From the fault to this end the {}&apos;s kernel counted: {}</source>
        <translation>从故障到这次结束，{}的内核计数：{}</translation>
    </message>
    <message>
        <source>make a socket</source>
        <translation>创建套接字</translation>
    </message>
    <message>
        <source>This kernel has no congestion control {}; take tcp_congestion_control out of the experiment, or choose one of those that there are: {}.</source>
        <translation>此内核没有拥塞控制算法 {}；请从实验中去掉 tcp_congestion_control，或选用现有的算法之一：{}。</translation>
    </message>
    <message>
        <source>{}: {} rejected on the way</source>
        <translation>{}：{} 在途中被拒绝</translation>
    </message>
    <message>
        <source>{}: {} made on the way in this end&apos;s name</source>
        <translation>{}：{} 在途中以此端名义发出</translation>
    </message>
    <message>
        <source>{}, reset</source>
        <translation>{}，重置</translation>
    </message>
    <message>
        <source>{}, NAT forgets</source>
        <translation>{}，NAT 遗忘</translation>
    </message>
    <message>
        <source>{}, interface down</source>
        <translation>{}，接口关闭</translation>
    </message>
    <message>
        <source>{}, no route</source>
        <translation>{}，路由已删除</translation>
    </message>
    <message>
        <source>{}, address gone</source>
        <translation>{}，地址已删除</translation>
    </message>
    <message>
        <source>{}, neighbour lost</source>
        <translation>{}，邻居丢失</translation>
    </message>
    <message>
        <source>{}, queue drops</source>
        <translation>{}，本地丢弃</translation>
    </message>
    <message>
        <source>{}, power off</source>
        <translation>{}，断电</translation>
    </message>
    <message>
        <source>{}, socket destroyed</source>
        <translation>{}，套接字被销毁</translation>
    </message>
    <message>
        <source>{} · {}</source>
        <translation>{} · {}</translation>
    </message>
    <message>
        <source>{}, delay</source>
        <translation>{}，延迟</translation>
    </message>
    <message>
        <source>{}, reject</source>
        <translation>{}，拒绝</translation>
    </message>
    <message>
        <source>{}, reboot</source>
        <translation>{}，重启</translation>
    </message>
    <message>
        <source>Signs: {}.</source>
        <translation>迹象：{}。</translation>
    </message>
    <message>
        <source>A sweep has 1 to {} axes, not {}.</source>
        <translation>一次扫描有 1 到 {} 条轴，而不是 {} 条。</translation>
    </message>
    <message>
        <source>{} is named for two axes.</source>
        <translation>{} 被写成了两条轴。</translation>
    </message>
    <message>
        <source>The sweep would have {} cells, but may have at most {}: take fewer values.</source>
        <translation>这次扫描会有 {} 个格，但最多只能有 {} 个：请少取一些值。</translation>
    </message>
    <message>
        <source>The sweep would have {} pairs in its cells, but may have at most {}: take fewer values or pairs.</source>
        <translation>这次扫描的各格会共有 {} 对连接，但最多只能有 {} 对：请少取一些值或连接对。</translation>
    </message>
    <message>
        <source>&apos;{}&apos; cannot be swept: name an option or another number of an end (client.TCP_KEEPIDLE, server.send_bytes), a sysctl (tcp_retries2), a number of a fault (fault.at_s, faults[1].heal_after_s) or time_limit_s.</source>
        <translation>“{}”不能扫描：请写一端的选项或其他数值（client.TCP_KEEPIDLE、server.send_bytes）、一个 sysctl（tcp_retries2）、故障的一个数值（fault.at_s、faults[1].heal_after_s）或 time_limit_s。</translation>
    </message>
    <message>
        <source>&apos;{}&apos; cannot be swept: no {} of this experiment has an activity with {}.</source>
        <translation>“{}”不能扫描：此实验中没有任何 {} 的活动带有 {}。</translation>
    </message>
    <message>
        <source>&apos;{}&apos; cannot be swept: the experiment has {} faults, counted from 0.</source>
        <translation>“{}”不能扫描：此实验有 {} 个故障，从 0 数起。</translation>
    </message>
    <message>
        <source>&apos;{}&apos; cannot be swept: no fault of this experiment has {}.</source>
        <translation>“{}”不能扫描：此实验中没有带 {} 的故障。</translation>
    </message>
    <message>
        <source>&apos;{}&apos; cannot be swept: {} does not belong to fault &apos;{}&apos;.</source>
        <translation>“{}”不能扫描：{} 不属于故障“{}”。</translation>
    </message>
    <message>
        <source>{}: an axis has 1 to {} values.</source>
        <translation>{}：一条轴有 1 到 {} 个值。</translation>
    </message>
    <message>
        <source>{}: {} is out of range; it has to be {:.10g} to {}.</source>
        <translation>{}：{} 超出范围；应为 {:.10g} 到 {}。</translation>
    </message>
    <message>
        <source>{}: {} is no whole number.</source>
        <translation>{}：{} 不是整数。</translation>
    </message>
    <message>
        <source>{}: {} is named twice.</source>
        <translation>{}：{} 写了两次。</translation>
    </message>
    <message>
        <source>&apos;{}&apos; is no axis; write what is to change, &apos;=&apos; and its values, as client.TCP_KEEPIDLE=5,10,30.</source>
        <translation>“{}”不是一条轴；请写要改变的量、“=”和它的值，例如 client.TCP_KEEPIDLE=5,10,30。</translation>
    </message>
    <message>
        <source>{} cells would be {} pairs, but at most {} are run: choose fewer cells.</source>
        <translation>{} 个格会有 {} 对连接，但最多运行 {} 对：请少选一些格。</translation>
    </message>
    <message>
        <source>There is no cell {}: they are counted from 1 to {}.</source>
        <translation>没有第 {} 格：各格从 1 数到 {}。</translation>
    </message>
    <message>
        <source>Cell {} is named twice.</source>
        <translation>第 {} 格写了两次。</translation>
    </message>
    <message>
        <source>{}: &apos;{}&apos; is no list and no range of numbers; write 5,10,30 or 1..10 or 10..100+10 or 1..1024x2 or 1..7200/25 or 1..7200/log25.</source>
        <translation>{}：“{}”既不是数的列表也不是范围；请写 5,10,30 或 1..10 或 10..100+10 或 1..1024x2 或 1..7200/25 或 1..7200/log25。</translation>
    </message>
    <message>
        <source>has to go up</source>
        <translation>必须递增</translation>
    </message>
    <message>
        <source>needs a step above 0</source>
        <translation>需要大于 0 的步长</translation>
    </message>
    <message>
        <source>needs a factor above 1 and a beginning above 0</source>
        <translation>需要大于 1 的倍数和大于 0 的起点</translation>
    </message>
    <message>
        <source>is logarithmic and cannot begin at 0 or below</source>
        <translation>是对数的，不能从 0 或更小的数开始</translation>
    </message>
    <message>
        <source>needs 2 values or more</source>
        <translation>需要 2 个或更多的值</translation>
    </message>
    <message>
        <source>would have more than {} values</source>
        <translation>会超过 {} 个值</translation>
    </message>
    <message>
        <source>{}: the range &apos;{}&apos; {}.</source>
        <translation>{}：范围“{}”{}。</translation>
    </message>
    <message>
        <source>The run {} is still going on. Stop it before you delete it.</source>
        <translation>运行 {} 仍在进行。请先停止它，再删除。</translation>
    </message>
    <message>
        <source>One write, and keepalive falls silent</source>
        <translation>写了一次，保活就沉默了</translation>
    </message>
    <message>
        <source>Fifteen minutes: what is 924.6 s?</source>
        <translation>十五分钟：924.6 s 是什么？</translation>
    </message>
    <message>
        <source>tcp_retries2: a time limit, looked at now and then</source>
        <translation>tcp_retries2：偶尔才查看一次的时限</translation>
    </message>
    <message>
        <source>One lost probe, and the session is gone: the ignored TCP_KEEPCNT</source>
        <translation>丢一个探测，会话就没了：被忽略的 TCP_KEEPCNT</translation>
    </message>
    <message>
        <source>A slow peer is no dead peer: the zero window</source>
        <translation>慢的对端不是死的对端：零窗口</translation>
    </message>
    <message>
        <source>Two kinds of probe that look alike</source>
        <translation>两种看起来一样的探测</translation>
    </message>
    <message>
        <source>EHOSTUNREACH or ETIMEDOUT?</source>
        <translation>EHOSTUNREACH 还是 ETIMEDOUT？</translation>
    </message>
    <message>
        <source>Interface down is not cable out</source>
        <translation>停用接口不等于拔掉网线</translation>
    </message>
    <message>
        <source>Where to drop: a loss that the sender sees</source>
        <translation>在哪里丢包：发送方看得见的丢失</translation>
    </message>
    <message>
        <source>Killed, rebooted, frozen: who says goodbye?</source>
        <translation>被杀、重启、冻结：谁会道别？</translation>
    </message>
    <message>
        <source>The socket that is left behind on the server</source>
        <translation>留在服务器上的套接字</translation>
    </message>
    <message>
        <source>The answer that never comes</source>
        <translation>等不到的应答</translation>
    </message>
    <message>
        <source>The middlebox that forgets</source>
        <translation>健忘的中间设备</translation>
    </message>
    <message>
        <source>The cable is back: why does nothing move?</source>
        <translation>网线接回来了：为什么还是不动？</translation>
    </message>
    <message>
        <source>connect() to a host that does not answer</source>
        <translation>向不应答的主机 connect()</translation>
    </message>
    <message>
        <source>The sysctl that did not reach the container</source>
        <translation>没有进到容器里的 sysctl</translation>
    </message>
    <message>
        <source>A ping of the program is not TCP keepalive</source>
        <translation>程序的 ping 不是 TCP 保活</translation>
    </message>
    <message>
        <source>SSH: TCPKeepAlive or ServerAliveInterval?</source>
        <translation>SSH：TCPKeepAlive 还是 ServerAliveInterval？</translation>
    </message>
    <message>
        <source>PostgreSQL: three settings, three situations</source>
        <translation>PostgreSQL：三个设置，三种处境</translation>
    </message>
    <message>
        <source>How to test it without pulling cables</source>
        <translation>不拔网线怎么测试</translation>
    </message>
    <message>
        <source>one message</source>
        <translation>一条消息</translation>
    </message>
    <message>
        <source>nothing sent</source>
        <translation>什么也没发</translation>
    </message>
    <message>
        <source>send loop</source>
        <translation>循环发送</translation>
    </message>
    <message>
        <source>5/2/3 and 4 s</source>
        <translation>5/2/3 加 4 s</translation>
    </message>
    <message>
        <source>5/2/3 alone</source>
        <translation>只有 5/2/3</translation>
    </message>
    <message>
        <source>5/2/3 and 16 s</source>
        <translation>5/2/3 加 16 s</translation>
    </message>
    <message>
        <source>user timeout 5 s</source>
        <translation>用户超时 5 s</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>没有时限</translation>
    </message>
    <message>
        <source>keepalive 3/1/3</source>
        <translation>保活 3/1/3</translation>
    </message>
    <message>
        <source>window full</source>
        <translation>窗口已满</translation>
    </message>
    <message>
        <source>data in flight</source>
        <translation>有数据在途</translation>
    </message>
    <message>
        <source>keepalive 2/1/3</source>
        <translation>保活 2/1/3</translation>
    </message>
    <message>
        <source>written after it</source>
        <translation>之后才写</translation>
    </message>
    <message>
        <source>sleeping reader</source>
        <translation>睡着的读取方</translation>
    </message>
    <message>
        <source>keepalive 5/1/3</source>
        <translation>保活 5/1/3</translation>
    </message>
    <message>
        <source>server with keepalive</source>
        <translation>服务器有保活</translation>
    </message>
    <message>
        <source>server without keepalive</source>
        <translation>服务器没有保活</translation>
    </message>
    <message>
        <source>receive timeout 10 s</source>
        <translation>接收超时 10 s</translation>
    </message>
    <message>
        <source>keepalive 8/1/3</source>
        <translation>保活 8/1/3</translation>
    </message>
    <message>
        <source>no keepalive</source>
        <translation>没有保活</translation>
    </message>
    <message>
        <source>patient</source>
        <translation>耐心的</translation>
    </message>
    <message>
        <source>2 SYN retries</source>
        <translation>重试 2 次 SYN</translation>
    </message>
    <message>
        <source>3 SYN retries</source>
        <translation>重试 3 次 SYN</translation>
    </message>
    <message>
        <source>send timeout 5 s</source>
        <translation>发送超时 5 s</translation>
    </message>
    <message>
        <source>sysctl decides</source>
        <translation>由 sysctl 决定</translation>
    </message>
    <message>
        <source>own options 8/1/3</source>
        <translation>自己的选项 8/1/3</translation>
    </message>
    <message>
        <source>not switched on</source>
        <translation>没有打开</translation>
    </message>
    <message>
        <source>heartbeat 2 s</source>
        <translation>心跳 2 s</translation>
    </message>
    <message>
        <source>by ServerAliveInterval</source>
        <translation>靠 ServerAliveInterval</translation>
    </message>
    <message>
        <source>by TCPKeepAlive</source>
        <translation>靠 TCPKeepAlive</translation>
    </message>
    <message>
        <source>sending rows</source>
        <translation>正在发送行</translation>
    </message>
    <message>
        <source>sending rows, user timeout 12 s</source>
        <translation>正在发送行，用户超时 12 s</translation>
    </message>
    <message>
        <source>waiting for a query</source>
        <translation>等待查询</translation>
    </message>
    <message>
        <source>program that waits</source>
        <translation>等待的程序</translation>
    </message>
    <message>
        <source>program that asks</source>
        <translation>提问的程序</translation>
    </message>
    <message>
        <source>receive timeout 8 s</source>
        <translation>接收超时 8 s</translation>
    </message>
    <message>
        <source>let the {} reboot after its power-off, which is for good: leave the power-off out and say in back_after_s how long the host is away</source>
        <translation>让{}在断电之后重启，而断电是永久的：请去掉断电，用 back_after_s 说明主机离开多久</translation>
    </message>
    <message>
        <source>{} ({})</source>
        <translation>{}（{}）</translation>
    </message>
    <message>
        <source>Operation not permitted</source>
        <translation>不允许的操作</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>权限不够</translation>
    </message>
    <message>
        <source>Operation not supported</source>
        <translation>不支持的操作</translation>
    </message>
    <message>
        <source>Function not implemented</source>
        <translation>功能未实现</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>没有这个文件或目录</translation>
    </message>
    <message>
        <source>No such device</source>
        <translation>没有这个设备</translation>
    </message>
    <message>
        <source>No such process</source>
        <translation>没有这个进程</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>没有剩余空间</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>只读文件系统</translation>
    </message>
    <message>
        <source>Device or resource busy</source>
        <translation>设备或资源正忙</translation>
    </message>
    <message>
        <source>Resource temporarily unavailable</source>
        <translation>资源暂时不可用</translation>
    </message>
    <message>
        <source>Cannot allocate memory</source>
        <translation>无法分配内存</translation>
    </message>
    <message>
        <source>Too many open files</source>
        <translation>打开的文件过多</translation>
    </message>
    <message>
        <source>Invalid argument</source>
        <translation>参数无效</translation>
    </message>
    <message>
        <source>File exists</source>
        <translation>文件已存在</translation>
    </message>
    <message>
        <source>Input/output error</source>
        <translation>输入/输出错误</translation>
    </message>
    <message>
        <source>Fault number {} was left out: the {} is switched off for good.</source>
        <translation>跳过了第 {} 个故障：{}已永久断电。</translation>
    </message>
    <message>
        <source>The {} is switched off for good, so it cannot reboot.</source>
        <translation>{}已永久断电，因此不能重启。</translation>
    </message>
    <message>
        <source>keepalive {:d}/{:d}/{:d}</source>
        <translation>保活 {}/{}/{}</translation>
    </message>
    <message>
        <source>This kernel, {}, does not know {}: it came with Linux {}. Choose another axis.</source>
        <translation>这个内核（{}）不认识 {}：它从 Linux {} 起才有。请另选一条轴。</translation>
    </message>
    <message>
        <source>Cell {} ({}) may need {:.0f} s after the fault, but time_limit_s {:g} ends the run before: raise it, or measure other cells.</source>
        <translation>第 {} 格（{}）在故障后可能需要 {:.0f} s，但 time_limit_s {:g} 会先结束运行：请调大它，或实测别的格。</translation>
    </message>
    <message>
        <source>grpc-go #6250: Go&apos;s keepalive and a TCP_USER_TIMEOUT of its keepalive timeout</source>
        <translation>grpc-go #6250：Go 的保活，加上等于其 keepalive 超时的 TCP_USER_TIMEOUT</translation>
    </message>
    <message>
        <source>grpc-go since 1.60: SO_KEEPALIVE with the kernel&apos;s values (internal.NetDialerWithTCPKeepalive)</source>
        <translation>grpc-go 1.60 起：SO_KEEPALIVE，取内核的值（internal.NetDialerWithTCPKeepalive）</translation>
    </message>
    <message>
        <source>grpc-go since 1.60 where keepalive.ClientParameters.Time is set: its Timeout is the TCP_USER_TIMEOUT, too</source>
        <translation>grpc-go 1.60 起，若设置了 keepalive.ClientParameters.Time：其 Timeout 同时作为 TCP_USER_TIMEOUT</translation>
    </message>
    <message>
        <source>grpc-go: kernel defaults</source>
        <translation>grpc-go：内核默认值</translation>
    </message>
    <message>
        <source>grpc-go with keepalive.Time + 20 s</source>
        <translation>grpc-go，设置 keepalive.Time + 20 s</translation>
    </message>
    <message>
        <source>grpc-go before 1.60 15/15/9 + 20 s</source>
        <translation>grpc-go 1.60 之前 15/15/9 + 20 s</translation>
    </message>
    <message>
        <source>PostgreSQL: kernel defaults</source>
        <translation>PostgreSQL：内核默认值</translation>
    </message>
    <message>
        <source>OpenSSH: kernel defaults</source>
        <translation>OpenSSH：内核默认值</translation>
    </message>
    <message>
        <source>PostgreSQL, libpq: keepalives is on; its times, its count and tcp_user_timeout are the kernel&apos;s</source>
        <translation>PostgreSQL 的 libpq：keepalives 为开；各时间、次数和 tcp_user_timeout 都取内核的值</translation>
    </message>
    <message>
        <source>ssh_config(5): TCPKeepAlive is yes, ServerAliveInterval is 0</source>
        <translation>ssh_config(5)：TCPKeepAlive 为 yes，ServerAliveInterval 为 0</translation>
    </message>
    <message>
        <source>Real software on the same fault</source>
        <translation>真实软件遇到同一个故障</translation>
    </message>
    <message>
        <source>RFC 5382 minimum</source>
        <translation>RFC 5382 的下限</translation>
    </message>
    <message>
        <source>AWS, Network Load Balancers: the default TCP idle timeout; what comes later is answered by a reset</source>
        <translation>AWS 的 NLB：默认的 TCP 空闲超时；之后到来的包会收到重置</translation>
    </message>
    <message>
        <source>Azure, Load Balancer TCP reset and idle timeout: the default; forgets in silence unless resets are enabled</source>
        <translation>Azure 的 Load Balancer（TCP 重置与空闲超时）：默认值；不启用重置时会悄悄忘记</translation>
    </message>
    <message>
        <source>ipvsadm(8), --set: the default for TCP sessions</source>
        <translation>ipvsadm(8) 的 --set：TCP 会话的默认值</translation>
    </message>
    <message>
        <source>Linux, nf_conntrack-sysctl: nf_conntrack_tcp_timeout_established, default</source>
        <translation>Linux 的 nf_conntrack-sysctl：nf_conntrack_tcp_timeout_established 的默认值</translation>
    </message>
    <message>
        <source>RFC 5382, REQ-5: a NAT must not forget an idle connection before 2 hours 4 minutes</source>
        <translation>RFC 5382 的 REQ-5：NAT 在 2 小时 4 分钟之内不得忘记空闲连接</translation>
    </message>
    <message>
        <source>place</source>
        <translation>运行地点</translation>
    </message>
    <message>
        <source>path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>IP version</source>
        <translation>IP 版本</translation>
    </message>
    <message>
        <source>neighbours</source>
        <translation>邻居</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>时间上限</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>bytes a call</source>
        <translation>每次调用的字节数</translation>
    </message>
    <message>
        <source>pause between sends</source>
        <translation>发送间隔</translation>
    </message>
    <message>
        <source>request after the fault</source>
        <translation>故障后发请求的时间</translation>
    </message>
    <message>
        <source>heartbeat every</source>
        <translation>心跳间隔</translation>
    </message>
    <message>
        <source>heartbeat&apos;s patience</source>
        <translation>心跳的耐心</translation>
    </message>
    <message>
        <source>options set later</source>
        <translation>途中设置的选项</translation>
    </message>
    <message>
        <source>fault at</source>
        <translation>故障时间</translation>
    </message>
    <message>
        <source>healed after</source>
        <translation>修复时间</translation>
    </message>
    <message>
        <source>fault at the host</source>
        <translation>故障所在主机</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>share of the packets</source>
        <translation>数据包的比例</translation>
    </message>
    <message>
        <source>only these packets</source>
        <translation>只针对的数据包</translation>
    </message>
    <message>
        <source>only the packet number</source>
        <translation>只针对第几个数据包</translation>
    </message>
    <message>
        <source>NAT forgets after</source>
        <translation>NAT 遗忘时间</translation>
    </message>
    <message>
        <source>back after</source>
        <translation>恢复时间</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>{} (fault {})</source>
        <translation>{}（故障 {}）</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>连接对数</translation>
    </message>
    <message>
        <source>“{}” {}</source>
        <translation>“{}”的{}</translation>
    </message>
    <message>
        <source>server&apos;s {}</source>
        <translation>服务器的{}</translation>
    </message>
    <message>
        <source>“{}” server&apos;s {}</source>
        <translation>“{}”的服务器的{}</translation>
    </message>
    <message>
        <source>the router&apos;s timer</source>
        <translation>路由器的定时器</translation>
    </message>
    <message>
        <source>the script&apos;s timer</source>
        <translation>脚本的定时器</translation>
    </message>
    <message>
        <source>a fault&apos;s timer</source>
        <translation>故障的定时器</translation>
    </message>
    <message>
        <source>a repair&apos;s timer</source>
        <translation>修复的定时器</translation>
    </message>
    <message>
        <source>a timer</source>
        <translation>一个定时器</translation>
    </message>
    <message>
        <source>Make the run again.</source>
        <translation>请重新运行一次。</translation>
    </message>
    <message>
        <source>This one lies inside its prediction all the same and may be used.</source>
        <translation>这个数值仍在预测之内，可以使用。</translation>
    </message>
    <message>
        <source>That nothing ended may be believed all the same.</source>
        <translation>没有任何调用结束这一点仍然可信。</translation>
    </message>
    <message>
        <source>Flagged as {}.</source>
        <translation>有标记：{}。</translation>
    </message>
    <message>
        <source>Packets were lost that no fault took, {} of them.</source>
        <translation>有 {} 个数据包丢失，却不是故障造成的。</translation>
    </message>
    <message>
        <source>The machine was busy: a timer of Halfopen ran {:.0f} ms late, and measured times may be late by as much.</source>
        <translation>机器太忙：Halfopen 的一个定时器晚了 {} ms，实测时间可能也晚了这么多。</translation>
    </message>
    <message>
        <source>packets were lost, run it again</source>
        <translation>有数据包丢失，请重新运行</translation>
    </message>
    <message>
        <source>the machine was busy, times may be {:.0f} ms late</source>
        <translation>机器太忙，时间可能晚了 {} ms</translation>
    </message>
    <message>
        <source>Starved: the machine was busy, and {} ran {:.0f} ms late. What ends from now on is flagged.</source>
        <translation>机器过忙：{}晚了 {} ms。此后结束的都有标记。</translation>
    </message>
    <message>
        <source>Starved before the fault: the machine was busy, and {} ran {:.0f} ms late. Nothing is flagged for it.</source>
        <translation>故障之前机器过忙：{}晚了 {} ms。不会因此加标记。</translation>
    </message>
    <message>
        <source>Halfopen {} on Linux {}, HZ {}</source>
        <translation>Halfopen {}，Linux {}，HZ {}</translation>
    </message>
    <message>
        <source>{} (flagged: {})</source>
        <translation>{}（有标记：{}）</translation>
    </message>
    <message>
        <source>window probes at growing intervals, tcp_retries2 = {}</source>
        <translation>间隔逐渐变长的窗口探测，tcp_retries2 = {}</translation>
    </message>
    <message>
        <source>{} s silence + {} × {} s probes − {:g} s silent before the fault</source>
        <translation>静默 {} s + {} × {} s 探测 − 故障前已静默 {:g} s</translation>
    </message>
    <message>
        <source>Of that silence {} is over when the fault comes.</source>
        <translation>故障到来时，这段静默已经过去 {}。</translation>
    </message>
    <message>
        <source>{}: {} kept off the cable: a host without power says nothing</source>
        <translation>{}：{} 没有放上网线：断电的主机什么也不说</translation>
    </message>
    <message>
        <source>still waiting when the run ended</source>
        <translation>运行结束时仍在等待</translation>
    </message>
    <message>
        <source>{}; {} still waiting when the run ended</source>
        <translation>{}；运行结束时 {} 个仍在等待</translation>
    </message>
    <message>
        <source>orphan</source>
        <translation>孤儿</translation>
    </message>
    <message>
        <source>Linux default</source>
        <translation>Linux 默认</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>Impatient</source>
        <translation>性急</translation>
    </message>
    <message>
        <source>Redis server</source>
        <translation>Redis 服务器</translation>
    </message>
    <message>
        <source>FreeRDP fixed</source>
        <translation>FreeRDP 修复后</translation>
    </message>
    <message>
        <source>pgbouncer example</source>
        <translation>pgbouncer 示例</translation>
    </message>
    <message>
        <source>Materialize pods</source>
        <translation>Materialize 的 pod</translation>
    </message>
    <message>
        <source>Cloud Hypervisor migration</source>
        <translation>Cloud Hypervisor 迁移</translation>
    </message>
    <message>
        <source>heartbeats</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>caller</source>
        <translation>呼叫方</translation>
    </message>
    <message>
        <source>holder</source>
        <translation>持有方</translation>
    </message>
    <message>
        <source>The run ends at {}, before the predicted failure of “{}”.</source>
        <translation>运行在 {} 结束，早于“{}”预测的失败。</translation>
    </message>
    <message>
        <source>The request passes {} after the fault, before the NAT has forgotten: that takes {} without a packet.</source>
        <translation>请求在故障后 {} 就通过了，NAT 还没有遗忘：那要 {} 没有数据包才行。</translation>
    </message>
    <message>
        <source>Send it after {} s</source>
        <translation>改为 {} s 后发送</translation>
    </message>
    <message>
        <source>the way is whole again in time</source>
        <translation>通路及时恢复</translation>
    </message>
    <message>
        <source>nothing is lost for good</source>
        <translation>没有什么真正丢失</translation>
    </message>
    <message>
        <source>SYN + {} user timeout</source>
        <translation>SYN + {} 用户超时</translation>
    </message>
    <message>
        <source>{} + {} user timeout</source>
        <translation>{} + {} 用户超时</translation>
    </message>
    <message>
        <source>Data is in flight, so the retransmission timer rules and keepalive is put off: the pauses double until tcp_retries2 = {} (a limit of {} since {}) is passed, then {}.</source>
        <translation>有数据在途，因此由重传定时器决定，保活被推迟：间隔不断加倍，直到超过 tcp_retries2 = {}（时限 {}，自{}起），然后报告 {}。</translation>
    </message>
    <message>
        <source>Data is in flight, so the retransmission timer rules: the pauses double until tcp_retries2 = {} (a limit of {} since {}) is passed, then {}.</source>
        <translation>有数据在途，因此由重传定时器决定：间隔不断加倍，直到超过 tcp_retries2 = {}（时限 {}，自{}起），然后报告 {}。</translation>
    </message>
    <message>
        <source>Data is in flight: TCP_USER_TIMEOUT replaces tcp_retries2 and ends the connection {} after {}, with {}.</source>
        <translation>有数据在途：TCP_USER_TIMEOUT 取代 tcp_retries2，在{1}之后再过 {0} 结束连接，报告 {2}。</translation>
    </message>
    <message>
        <source>No timer is armed, so nobody missed anything: the path is whole again, and the connection lives on.</source>
        <translation>没有定时器在运行，所以没有谁错过什么：通路已恢复，连接继续存活。</translation>
    </message>
    <message>
        <source>Something passes the NAT more often than it forgets: it keeps its entry, nothing is lost, and the connection lives on.</source>
        <translation>经过 NAT 的数据包比它的遗忘时限更频繁：它保留表项，没有丢失，连接继续存活。</translation>
    </message>
    <message>
        <source>All that this end sends is acknowledged, so none of its timers runs out: it never learns what no longer reaches it.</source>
        <translation>这一端发出的都得到确认，所以它的定时器都不会到期：它永远不知道什么不再到达。</translation>
    </message>
    <message>
        <source>Nothing is in flight, and the peer&apos;s kernel answers the probes, so nothing times out: it goes on believing in the peer.</source>
        <translation>没有数据在途，对端内核应答探测，所以什么也不会超时：它一直相信对端还在。</translation>
    </message>
    <message>
        <source>the first probe or repetition</source>
        <translation>首个探测或重发</translation>
    </message>
    <message>
        <source>retransmission {} at {} s</source>
        <translation>{1} s 时的重传 {0}</translation>
    </message>
    <message>
        <source>the connection lived on</source>
        <translation>连接存活下来</translation>
    </message>
    <message>
        <source>all connections lived on</source>
        <translation>所有连接都存活下来</translation>
    </message>
    <message>
        <source>1 of {} waiting programs noticed: {}</source>
        <translation>{} 个等待的程序中有 1 个发觉：{}</translation>
    </message>
    <message>
        <source>{} of {} waiting programs noticed, the first: {}, the last after {:.3f} s</source>
        <translation>{1} 个等待的程序中有 {0} 个发觉，最早：{2}，最晚在 {3} s 后</translation>
    </message>
    <message>
        <source>{}; {} gave up waiting</source>
        <translation>{}；{} 个放弃等待</translation>
    </message>
</context>
</TS>
