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
        <source>Data is in flight, so the retransmission timer rules and keepalive is put off: the pauses double until tcp_retries2 = {} (a limit of {} since the first retransmission) is passed, then ETIMEDOUT.</source>
        <translation>有数据在途，所以由重传定时器说了算，保活被推迟：间隔不断加倍，直到超过 tcp_retries2 = {}（从第一次重传算起上限 {}），然后是 ETIMEDOUT。</translation>
    </message>
    <message>
        <source>Data is in flight: TCP_USER_TIMEOUT replaces tcp_retries2 and ends the connection {} after the first retransmission, with ETIMEDOUT.</source>
        <translation>有数据在途：TCP_USER_TIMEOUT 代替 tcp_retries2，在第一次重传之后 {} 以 ETIMEDOUT 结束连接。</translation>
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
        <translation>没有数据在途，保活也关着，所以没有任何定时器在走：单凭 TCP_USER_TIMEOUT 从不查看空闲的连接。</translation>
    </message>
    <message>
        <source>Nothing is in flight and keepalive is off, so no timer is armed: the kernel will believe in the peer for ever.</source>
        <translation>没有数据在途，保活也关着，所以没有任何定时器在走：内核会永远相信对端还在。</translation>
    </message>
</context>
</TS>
