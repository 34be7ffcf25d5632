<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>ActivityWords</name>
    <message>
        <source>Keeps the connection open and makes no call: nobody there can notice anything.</source>
        <translation>保持连接打开，不做任何调用：那里没有谁能察觉什么。</translation>
    </message>
    <message>
        <source>Waits in a blocking recv() for what comes, again and again, and sends nothing: the connection is idle.</source>
        <translation>一次又一次地在阻塞的 recv() 中等待数据，自己什么也不发：连接是空闲的。</translation>
    </message>
    <message>
        <source>Calls send() again and again, as fast as it goes or at the interval below: data is in flight all the time.</source>
        <translation>一次又一次地调用 send()，尽可能快，或者按下面的间隔：始终有数据在途。</translation>
    </message>
    <message>
        <source>Waits in select() until there is something to read, then calls recv(). It sends nothing.</source>
        <translation>在 select() 中等到有东西可读，再调用 recv()。自己什么也不发。</translation>
    </message>
    <message>
        <source>Waits in poll() until there is something to read, then calls recv(). It sends nothing.</source>
        <translation>在 poll() 中等到有东西可读，再调用 recv()。自己什么也不发。</translation>
    </message>
    <message>
        <source>Waits in epoll_wait() until there is something to read, then calls recv(). It sends nothing.</source>
        <translation>在 epoll_wait() 中等到有东西可读，再调用 recv()。自己什么也不发。</translation>
    </message>
    <message>
        <source>Calls send(), which never blocks here, again and again, and waits in poll() where there is no room.</source>
        <translation>一次又一次地调用 send()（这里从不阻塞），没有空间时在 poll() 中等待。</translation>
    </message>
    <message>
        <source>Asks the peer&apos;s program now and then, and gives up by itself where no answer comes in time.</source>
        <translation>每隔一段时间询问对端的程序，没有及时得到应答就自行放弃。</translation>
    </message>
    <message>
        <source>Keeps the connection open and never reads: its receive buffer fills up, and its window closes. It notices nothing.</source>
        <translation>保持连接打开，但从不读取：它的接收缓冲区渐渐填满，窗口关上。它什么也察觉不到。</translation>
    </message>
    <message>
        <source>Sends one message right after the first fault and closes the socket: the kernel is left alone with it.</source>
        <translation>第一个故障之后立刻发送一条消息，然后关闭套接字：剩下的由内核独自处理。</translation>
    </message>
    <message>
        <source>Calls connect() when the first fault is there already.</source>
        <translation>第一个故障已经存在时才调用 connect()。</translation>
    </message>
    <message>
        <source>Waits for the signals of a QTcpSocket, in a program of its own with an event loop.</source>
        <translation>在一个有事件循环的独立程序中等待 QTcpSocket 的信号。</translation>
    </message>
    <message>
        <source>Sends one message after the first fault, then waits for the answer in recv(): data is in flight when the fault is there.</source>
        <translation>第一个故障之后发送一条消息，然后在 recv() 中等待应答：故障期间有数据在途。</translation>
    </message>
</context>
<context>
    <name>DistributionChart</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>after the fault [s]</source>
        <translation>故障后 [s]</translation>
    </message>
    <message>
        <source>Ends whose call has failed</source>
        <translation>调用已失败的端</translation>
    </message>
</context>
<context>
    <name>ExperimentFile</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 无法读取：%2。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 无法写入：%2。</translation>
    </message>
</context>
<context>
    <name>FigureFrame</name>
    <message>
        <source>planned, not run · Halfopen %1</source>
        <translation>计划，未运行 · Halfopen %1</translation>
    </message>
    <message>
        <source>Linux %1 · HZ %2 · %3 · Halfopen %4</source>
        <translation>Linux %1 · HZ %2 · %3 · Halfopen %4</translation>
    </message>
</context>
<context>
    <name>FigureWriter</name>
    <message>
        <source>There are no numbers in &quot;%1&quot; yet. Run the experiment first.</source>
        <translation>“%1”里还没有数字。请先运行实验。</translation>
    </message>
    <message>
        <source>The figure &quot;%1&quot; could not be drawn as %2. Try another format.</source>
        <translation>图“%1”无法画成 %2。请换一种格式。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Choose another folder.</source>
        <translation>%1 无法写入：%2。请另选一个文件夹。</translation>
    </message>
    <message>
        <source>The picture for %1 could not be written as %2. Try another format.</source>
        <translation>用于 %1 的图片无法写成 %2。请换一种格式。</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>nobody looks</source>
        <translation>没有程序在看</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立刻</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>holds the socket</source>
        <translation>持有套接字</translation>
    </message>
    <message>
        <source>blocks in recv()</source>
        <translation>阻塞在 recv()</translation>
    </message>
    <message>
        <source>loops over send()</source>
        <translation>循环调用 send()</translation>
    </message>
    <message>
        <source>waits in select()</source>
        <translation>在 select() 中等待</translation>
    </message>
    <message>
        <source>waits in poll()</source>
        <translation>在 poll() 中等待</translation>
    </message>
    <message>
        <source>waits in epoll_wait()</source>
        <translation>在 epoll_wait() 中等待</translation>
    </message>
    <message>
        <source>sends once, then recv()</source>
        <translation>发送一次，然后 recv()</translation>
    </message>
    <message>
        <source>packets dropped</source>
        <translation>丢弃数据包</translation>
    </message>
    <message>
        <source>cable out</source>
        <translation>拔网线</translation>
    </message>
    <message>
        <source>program killed</source>
        <translation>杀死程序</translation>
    </message>
    <message>
        <source>program frozen</source>
        <translation>冻结程序</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (to the server)</source>
        <translation>%1（往服务器）</translation>
    </message>
    <message>
        <source>%1 (to the client)</source>
        <translation>%1（往客户端）</translation>
    </message>
    <message>
        <source>inside the prediction</source>
        <translation>在预测之内</translation>
    </message>
    <message>
        <source>earlier than predicted</source>
        <translation>早于预测</translation>
    </message>
    <message>
        <source>later than predicted</source>
        <translation>晚于预测</translation>
    </message>
    <message>
        <source>another errno than predicted</source>
        <translation>与预测的 errno 不同</translation>
    </message>
    <message>
        <source>never, as predicted</source>
        <translation>永不，与预测一致</translation>
    </message>
    <message>
        <source>ended though never was predicted</source>
        <translation>预测永不，却结束了</translation>
    </message>
    <message>
        <source>not ended, though predicted</source>
        <translation>预测会结束，却没有</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>loops over send(), poll()</source>
        <translation>循环 send()、poll()</translation>
    </message>
    <message>
        <source>sends heartbeats</source>
        <translation>发送心跳</translation>
    </message>
    <message>
        <source>never reads</source>
        <translation>从不读取</translation>
    </message>
    <message>
        <source>sends, then close()</source>
        <translation>发送，然后 close()</translation>
    </message>
    <message>
        <source>connect() in the fault</source>
        <translation>在故障中 connect()</translation>
    </message>
    <message>
        <source>listens to a QTcpSocket</source>
        <translation>监听 QTcpSocket</translation>
    </message>
    <message>
        <source>packets delayed</source>
        <translation>数据包延迟</translation>
    </message>
    <message>
        <source>packets rejected</source>
        <translation>数据包被拒绝</translation>
    </message>
    <message>
        <source>NAT forgets idle connections</source>
        <translation>NAT 遗忘空闲连接</translation>
    </message>
    <message>
        <source>interface down</source>
        <translation>接口关闭</translation>
    </message>
    <message>
        <source>route removed</source>
        <translation>路由已删除</translation>
    </message>
    <message>
        <source>address removed</source>
        <translation>地址已删除</translation>
    </message>
    <message>
        <source>neighbour lost</source>
        <translation>邻居丢失</translation>
    </message>
    <message>
        <source>packets dropped in the own queue</source>
        <translation>数据包在自身队列中丢弃</translation>
    </message>
    <message>
        <source>power off</source>
        <translation>断电</translation>
    </message>
    <message>
        <source>reboot</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>socket destroyed</source>
        <translation>套接字被销毁</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what happens, its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>no. %1 of %2</source>
        <comment>a number, which packets</comment>
        <translation>%2中的第 %1 个</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <comment>a share, which packets</comment>
        <translation>%2的 %1 %</translation>
    </message>
    <message>
        <source>+%1 ms</source>
        <translation>+%1 ms</translation>
    </message>
    <message>
        <source>after %1, %2</source>
        <comment>a time, a router&apos;s answer</comment>
        <translation>%1 后，%2</translation>
    </message>
    <message>
        <source>back after %1</source>
        <translation>%1 后恢复</translation>
    </message>
    <message>
        <source>connection reset on the way</source>
        <translation>连接在途中被重置</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, time of day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>still waiting when the run ended</source>
        <translation>运行结束时仍在等待</translation>
    </message>
    <message>
        <source>lives on</source>
        <comment>a connection, instead of the time of its end</comment>
        <translation>连接存活</translation>
    </message>
    <message>
        <source>lives on, as predicted</source>
        <translation>连接存活，与预测一致</translation>
    </message>
</context>
<context>
    <name>Glossary</name>
    <message>
        <source>Basics</source>
        <translation>基本概念</translation>
    </message>
    <message>
        <source>Socket states</source>
        <translation>套接字状态</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>定时器</translation>
    </message>
    <message>
        <source>Socket options</source>
        <translation>套接字选项</translation>
    </message>
    <message>
        <source>Kernel settings</source>
        <translation>内核设置</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>线路上</translation>
    </message>
    <message>
        <source>Columns and counters</source>
        <translation>列与计数器</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Waits until data has come. 0 means that the peer has closed; −1 tells the reason in errno, once.</source>
        <translation>一直等到有数据到来。0 表示对端已经关闭；−1 时由 errno 说明原因，只说一次。</translation>
    </message>
    <message>
        <source>Hands data to the kernel. Success means that it is in the send buffer, not that the peer has it; it blocks when the buffer is full.</source>
        <translation>把数据交给内核。成功只表示数据进了发送缓冲区，不表示对端已经收到；缓冲区满时会阻塞。</translation>
    </message>
    <message>
        <source>Waits until a socket is ready. A dead connection makes it readable, never exceptional; the recv() that follows tells the error.</source>
        <translation>一直等到有套接字就绪。死掉的连接会变为可读，从不算作异常；错误由随后的 recv() 说出。</translation>
    </message>
    <message>
        <source>Waits until a socket is ready. A connection that has timed out shows POLLIN, POLLERR and POLLHUP.</source>
        <translation>一直等到有套接字就绪。超时的连接显示 POLLIN、POLLERR 和 POLLHUP。</translation>
    </message>
    <message>
        <source>Waits for events of many sockets. It learns of a dead peer at the same moment as a blocked recv().</source>
        <translation>等待多个套接字上的事件。它得知对端死亡的时刻和阻塞的 recv() 一样。</translation>
    </message>
    <message>
        <source>Sends a SYN and waits for the answer. The peer&apos;s kernel answers, even when its program is frozen.</source>
        <translation>发出 SYN 并等待回应。回应的是对端内核，即使它的程序被冻结了也会回应。</translation>
    </message>
    <message>
        <source>Gives the socket up and lets the kernel deliver the rest; with unread data it sends a RST instead of a FIN.</source>
        <translation>放弃套接字，剩下的数据由内核送完；若还有没读的数据，它发的是 RST 而不是 FIN。</translation>
    </message>
    <message>
        <source>The number that tells why a call returned −1. A connection&apos;s error is told once; afterwards recv() returns 0 and send() EPIPE.</source>
        <translation>说明调用为什么返回 −1 的编号。连接的错误只说一次；之后 recv() 返回 0，send() 返回 EPIPE。</translation>
    </message>
    <message>
        <source>A timer gave up: keepalive, retransmission or window probes went unanswered. After keepalive it is always this one.</source>
        <translation>某个定时器放弃了：保活探测、重传或窗口探测没有回应。保活之后总是它。</translation>
    </message>
    <message>
        <source>A RST came: the peer&apos;s kernel is there but does not know this connection, or its program died with unread data.</source>
        <translation>来了一个 RST：对端内核还在，但不认识这个连接；或者对端程序死时还有数据没读。</translation>
    </message>
    <message>
        <source>A timer gave up on data in flight after an ICMP error or a failed neighbour lookup had said that the host cannot be reached.</source>
        <translation>定时器放弃了在途的数据，而此前的 ICMP 错误或邻居查找失败已经说过主机不可达。</translation>
    </message>
    <message>
        <source>There is no route to the peer: said by the own host, or by a router&apos;s ICMP error.</source>
        <translation>没有到对端的路由：由自己的主机，或由路由器的 ICMP 错误说出。</translation>
    </message>
    <message>
        <source>To connect(): nobody listens. On an established connection: an ICMP port unreachable, as a firewall&apos;s REJECT sends it.</source>
        <translation>对 connect()：没有人监听。在已建立的连接上：ICMP 端口不可达，防火墙的 REJECT 就这样发。</translation>
    </message>
    <message>
        <source>send() on a connection that is over. The signal SIGPIPE comes with it unless it is blocked or MSG_NOSIGNAL is set.</source>
        <translation>在已经结束的连接上调用 send()。同时会来信号 SIGPIPE，除非它被屏蔽或设了 MSG_NOSIGNAL。</translation>
    </message>
    <message>
        <source>The call&apos;s own time limit has passed, or it would have blocked. It says nothing about the peer.</source>
        <translation>这次调用自己的时限到了，或者它本来会阻塞。这说明不了对端的任何情况。</translation>
    </message>
    <message>
        <source>connect() has returned because of SO_SNDTIMEO or a nonblocking socket; the attempt goes on in the background.</source>
        <translation>connect() 因为 SO_SNDTIMEO 或非阻塞套接字而返回；连接的尝试在后台继续。</translation>
    </message>
    <message>
        <source>The own kernel was told to destroy the socket (ss -K).</source>
        <translation>自己的内核被要求销毁这个套接字（ss -K）。</translation>
    </message>
    <message>
        <source>recv() returned 0: the peer&apos;s FIN has come, so its program has closed or ended. No error, and no word about why.</source>
        <translation>recv() 返回了 0：对端的 FIN 已到，所以它的程序关闭了连接或者结束了。这不是错误，也没有说明原因。</translation>
    </message>
    <message>
        <source>Lets the kernel ask an idle peer whether it is still there. Off by default: then no timer looks at an idle connection, ever.</source>
        <translation>让内核去问空闲的对端是否还在。默认关闭：那样就永远没有定时器查看空闲的连接。</translation>
    </message>
    <message>
        <source>Seconds of silence before the first keepalive probe. Default: tcp_keepalive_time, 7200 s.</source>
        <translation>第一个保活探测之前的静默秒数。默认值：tcp_keepalive_time，7200 s。</translation>
    </message>
    <message>
        <source>Seconds between two unanswered keepalive probes. Default: tcp_keepalive_intvl, 75 s. A change acts at the next expiry.</source>
        <translation>两个没有回应的保活探测之间的秒数。默认值：tcp_keepalive_intvl，75 s。改动在下一次到期时生效。</translation>
    </message>
    <message>
        <source>How many keepalive probes may stay unanswered before the connection ends. Default: tcp_keepalive_probes, 9. With TCP_USER_TIMEOUT set it is ignored.</source>
        <translation>可以有多少个保活探测得不到回应，然后才结束连接。默认值：tcp_keepalive_probes，9。设了 TCP_USER_TIMEOUT 时它不起作用。</translation>
    </message>
    <message>
        <source>Milliseconds that data may stay unacknowledged, counted from the first retransmission; it replaces tcp_retries2. With keepalive it replaces TCP_KEEPCNT. Alone it does nothing for an idle connection.</source>
        <translation>数据可以保持未确认的毫秒数，从第一次重传算起；它代替 tcp_retries2。与保活一起用时，它代替 TCP_KEEPCNT。单独使用时，对空闲连接不起任何作用。</translation>
    </message>
    <message>
        <source>How long a receiving call may block; then it returns EAGAIN. It says nothing about the peer, and the connection lives on. The timer wheel makes 20 s last up to 22 s.</source>
        <translation>接收调用最多可以阻塞多久；到时返回 EAGAIN。这说明不了对端的任何情况，连接继续存在。定时器轮会让 20 s 最长变成 22 s。</translation>
    </message>
    <message>
        <source>How long a sending call may block; then it returns a short count or EAGAIN, connect() EINPROGRESS. It says nothing about the peer, and the connection lives on.</source>
        <translation>发送调用最多可以阻塞多久；到时返回较小的字节数或 EAGAIN，connect() 返回 EINPROGRESS。这说明不了对端的任何情况，连接继续存在。</translation>
    </message>
    <message>
        <source>Room for data that is not acknowledged yet; the kernel doubles the value for its bookkeeping. A send() after the peer&apos;s death succeeds until it is full.</source>
        <translation>存放尚未确认的数据的空间；内核会把这个值加倍，用于自己的管理。对端死后，send() 会一直成功，直到它被填满。</translation>
    </message>
    <message>
        <source>Room for data that the program has not read; the kernel doubles the value. When it is full, the window closes.</source>
        <translation>存放程序尚未读取的数据的空间；内核会把这个值加倍。它满了，窗口就关闭。</translation>
    </message>
    <message>
        <source>Sends small segments at once instead of waiting for an acknowledgement to fill them (Nagle&apos;s algorithm).</source>
        <translation>小段立即发出，不等确认来把它凑满（Nagle 算法）。</translation>
    </message>
    <message>
        <source>How often this socket repeats its SYN; overrides tcp_syn_retries.</source>
        <translation>这个套接字重发 SYN 的次数；优先于 tcp_syn_retries。</translation>
    </message>
    <message>
        <source>How long close() waits for unsent data; 0 throws it away and sends a RST.</source>
        <translation>close() 为未发出的数据等待多久；0 表示丢弃它们并发出 RST。</translation>
    </message>
    <message>
        <source>Reports ICMP errors to the program at once. The call fails with EHOSTUNREACH, yet the connection lives on.</source>
        <translation>把 ICMP 错误立刻报告给程序。调用以 EHOSTUNREACH 失败，但连接继续存在。</translation>
    </message>
    <message>
        <source>The largest retransmission timeout of this socket, 1000 to 120000 ms. Lowering it also shortens what tcp_retries2 allows.</source>
        <translation>这个套接字的最大重传超时，1000 到 120000 ms。调低它也会缩短 tcp_retries2 所允许的时间。</translation>
    </message>
    <message>
        <source>Segments with a smaller TTL are thrown away. On loopback Halfopen uses it to make both sockets deaf, as if the cable were cut.</source>
        <translation>TTL 更小的段会被丢弃。在回环上，Halfopen 用它让两个套接字都收不到数据，就像网线被切断。</translation>
    </message>
    <message>
        <source>Reads and clears the socket&apos;s pending error. It also shows and clears a soft error of a connection that lives.</source>
        <translation>读取并清除套接字上待报的错误。对仍然存在的连接，它也会显示并清除软错误。</translation>
    </message>
    <message>
        <source>A setting of the kernel under /proc/sys. Those of TCP belong to a network namespace: a container does not inherit the host&apos;s.</source>
        <translation>/proc/sys 下的内核设置。其中 TCP 的设置属于网络命名空间：容器不继承主机的设置。</translation>
    </message>
    <message>
        <source>TCP_KEEPIDLE of sockets that do not set their own: 7200 s.</source>
        <translation>没有自己设置 TCP_KEEPIDLE 的套接字所用的值：7200 s。</translation>
    </message>
    <message>
        <source>TCP_KEEPINTVL of sockets that do not set their own: 75 s.</source>
        <translation>没有自己设置 TCP_KEEPINTVL 的套接字所用的值：75 s。</translation>
    </message>
    <message>
        <source>TCP_KEEPCNT of sockets that do not set their own: 9.</source>
        <translation>没有自己设置 TCP_KEEPCNT 的套接字所用的值：9。</translation>
    </message>
    <message>
        <source>After so many retransmissions the kernel doubts the route and asks for another. It ends nothing.</source>
        <translation>重传这么多次之后，内核开始怀疑路由，另找一条。它不结束任何连接。</translation>
    </message>
    <message>
        <source>How long data in flight is repeated. The number stands for a time: that of so many doublings from 200 ms, 924.6 s for the default 15. It is looked at when the timer fires, so 3 and 4 give the same 6.7 s at HZ 250. For window probes it is a count.</source>
        <translation>在途数据重发多久。这个数字代表一段时间：从 200 ms 开始加倍这么多次所用的时间，默认值 15 是 924.6 s。只在定时器到期时才查看它，所以在 HZ 250 下 3 和 4 都是 6.7 s。对窗口探测它是次数。</translation>
    </message>
    <message>
        <source>How often connect() repeats its SYN. The default 6 gives 133 s since Linux 6.5, 129 s before.</source>
        <translation>connect() 重发 SYN 的次数。默认值 6，从 Linux 6.5 起是 133 s，之前是 129 s。</translation>
    </message>
    <message>
        <source>How often the listening side repeats its SYN-ACK.</source>
        <translation>监听一方重发 SYN-ACK 的次数。</translation>
    </message>
    <message>
        <source>So many SYN timeouts last 1 s each before they begin to double. Since Linux 6.5; default 4.</source>
        <translation>SYN 的前这么多次超时各为 1 s，之后才开始加倍。从 Linux 6.5 起；默认值 4。</translation>
    </message>
    <message>
        <source>The limit for sockets that no program holds any more. 0 stands for 8, about 107 s.</source>
        <translation>没有程序拿着的套接字的上限。0 代表 8，约 107 s。</translation>
    </message>
    <message>
        <source>How long an orphan may stay in FIN_WAIT2: 60 s.</source>
        <translation>孤儿套接字可以停在 FIN_WAIT2 多久：60 s。</translation>
    </message>
    <message>
        <source>3 or 4 allow tail-loss probes, 0 forbids them.</source>
        <translation>3 或 4 允许尾部丢失探测，0 禁止。</translation>
    </message>
    <message>
        <source>Selective acknowledgements. Without them there is no tail-loss probe, and the first retransmission comes 0.2 s sooner.</source>
        <translation>选择性确认。没有它就没有尾部丢失探测，第一次重传会早 0.2 s。</translation>
    </message>
    <message>
        <source>The largest retransmission timeout of new sockets. Since Linux 6.15; default 120000.</source>
        <translation>新套接字的最大重传超时。从 Linux 6.15 起；默认值 120000。</translation>
    </message>
    <message>
        <source>The smallest retransmission timeout of new sockets. Since Linux 6.11; default 200000. The time that tcp_retries2 stands for stays the same.</source>
        <translation>新套接字的最小重传超时。从 Linux 6.11 起；默认值 200000。tcp_retries2 所代表的时间不变。</translation>
    </message>
    <message>
        <source>One end has gone, the other has not heard of it and still shows ESTABLISHED. It stays so until a timer gives up or a segment comes back that says otherwise.</source>
        <translation>一端已经不在，另一端还没有得知，仍然显示 ESTABLISHED。它一直如此，直到某个定时器放弃，或者来了一个段说明真相。</translation>
    </message>
    <message>
        <source>One TCP connection: a client end and a server end, each a socket with its own options and program.</source>
        <translation>一个 TCP 连接：一个客户端和一个服务器端，各有一个套接字，带着自己的选项和程序。</translation>
    </message>
    <message>
        <source>The time from the fault to the return of the call that reports the end of the connection.</source>
        <translation>从故障发生到报告连接结束的调用返回之间的时间。</translation>
    </message>
    <message>
        <source>A network stack of its own inside one kernel: own addresses, routes, sockets and sysctls. Each host of a run is one; an ordinary user may make them inside a user namespace.</source>
        <translation>一个内核里独立的网络协议栈：自己的地址、路由、套接字和 sysctl。一次运行的每台主机就是一个；普通用户可以在用户命名空间里建立它。</translation>
    </message>
    <message>
        <source>The kernel&apos;s tick: HZ of them make a second (250 on many systems, so 4 ms). TCP&apos;s timers count in jiffies.</source>
        <translation>内核的滴答：HZ 个为一秒（许多系统上是 250，即 4 ms）。TCP 的定时器以 jiffy 计数。</translation>
    </message>
    <message>
        <source>Where the kernel keeps its timers. The further away one is, the coarser its slot: it never fires early, but up to an eighth late. At HZ 250 an interval of 5 s lasts 5.12 s, one of 75 s lasts 75.8 s.</source>
        <translation>内核存放定时器的地方。定时器越远，格子越粗：它从不提前到期，但最多会晚八分之一。在 HZ 250 下，5 s 的间隔持续 5.12 s，75 s 的间隔持续 75.8 s。</translation>
    </message>
    <message>
        <source>A socket that no program holds any more, kept by the kernel to deliver what was sent and to close properly.</source>
        <translation>没有程序再拿着的套接字，内核留着它，为的是送完已发出的数据并正常关闭。</translation>
    </message>
    <message>
        <source>Sent and not acknowledged yet. While anything is in flight the retransmission timer decides and keepalive is put off.</source>
        <translation>已经发出、还没有确认。只要有数据在途，就由重传定时器决定，保活被推迟。</translation>
    </message>
    <message>
        <source>The kernel&apos;s table of TCP sockets, one line each. A line disappears when the kernel gives the connection up, even while the program still holds the descriptor.</source>
        <translation>内核的 TCP 套接字表，一行一个。内核放弃连接时这一行就消失，即使程序还拿着描述符。</translation>
    </message>
    <message>
        <source>What getsockopt(TCP_INFO) tells about one socket: timeouts, counters and the time since the last segments. It works after the end of the connection too.</source>
        <translation>getsockopt(TCP_INFO) 说出的一个套接字的情况：超时、计数器，以及距最近几个段的时间。连接结束之后也能用。</translation>
    </message>
    <message>
        <source>Waits for connections. Recv-Q counts those that nobody has accepted yet.</source>
        <translation>等待连接。Recv-Q 是还没有人接受的连接数。</translation>
    </message>
    <message>
        <source>connect() has sent a SYN and waits for the answer. The kernel repeats it until tcp_syn_retries ends it with ETIMEDOUT.</source>
        <translation>connect() 已发出 SYN，正在等回应。内核不断重发，直到 tcp_syn_retries 以 ETIMEDOUT 结束它。</translation>
    </message>
    <message>
        <source>A SYN has come and was answered; the last ACK of the handshake is missing.</source>
        <translation>SYN 已到并已回应；还缺握手的最后一个 ACK。</translation>
    </message>
    <message>
        <source>Both ends may send. It only says that nothing to the contrary has been heard: with no timer armed, a connection to a dead peer stays ESTABLISHED for ever.</source>
        <translation>两端都可以发送。它只说明没有听到相反的消息：如果没有定时器在运行，连到死掉对端的连接会永远保持 ESTABLISHED。</translation>
    </message>
    <message>
        <source>This end has closed; its FIN is not acknowledged yet. Without a program it is an orphan, and tcp_orphan_retries bounds it.</source>
        <translation>这一端已经关闭；它的 FIN 还没有得到确认。没有程序拿着时它是孤儿，由 tcp_orphan_retries 限定。</translation>
    </message>
    <message>
        <source>This end&apos;s FIN is acknowledged, the peer has not closed. Without a program it ends after tcp_fin_timeout.</source>
        <translation>这一端的 FIN 已得到确认，对端还没有关闭。没有程序拿着时，它在 tcp_fin_timeout 之后结束。</translation>
    </message>
    <message>
        <source>The peer has closed: recv() returns 0. It lasts until the own program closes too; many of them are a leak in that program.</source>
        <translation>对端已经关闭：recv() 返回 0。它持续到自己的程序也关闭为止；数量很多说明程序有泄漏。</translation>
    </message>
    <message>
        <source>The peer had closed first; now the own FIN is under way and waits to be acknowledged.</source>
        <translation>对端先关闭了；现在自己的 FIN 已在路上，等待确认。</translation>
    </message>
    <message>
        <source>Both ends closed at the same time; the acknowledgement of the own FIN is missing.</source>
        <translation>两端同时关闭；还缺对自己的 FIN 的确认。</translation>
    </message>
    <message>
        <source>Both ends have closed. The kernel keeps the addresses for 60 s, so that late segments cannot disturb a new connection.</source>
        <translation>两端都已关闭。内核把这对地址保留 60 s，使迟到的段不会扰乱新的连接。</translation>
    </message>
    <message>
        <source>There is no connection any more. When a timer gives up or a RST is believed, the row leaves /proc/net/tcp at once; the program learns of it at its next call.</source>
        <translation>连接已经不存在。定时器放弃或 RST 被接受时，这一行立刻离开 /proc/net/tcp；程序在下一次调用时得知。</translation>
    </message>
    <message>
        <source>No timer is armed. If nothing comes in, the kernel will never look at this connection again, and a waiting program waits for ever.</source>
        <translation>没有定时器在运行。如果什么也不来，内核就再也不会查看这个连接，等待的程序会永远等下去。</translation>
    </message>
    <message>
        <source>Watches an idle connection with SO_KEEPALIVE: after TCP_KEEPIDLE of silence it sends a probe, then one each TCP_KEEPINTVL, and after TCP_KEEPCNT unanswered ones it ends the connection with ETIMEDOUT.</source>
        <translation>用 SO_KEEPALIVE 监视空闲的连接：静默 TCP_KEEPIDLE 之后发出一个探测，此后每隔 TCP_KEEPINTVL 一个，TCP_KEEPCNT 个没有回应之后以 ETIMEDOUT 结束连接。</translation>
    </message>
    <message>
        <source>Runs while something is in flight. Each expiry sends the oldest segment again and doubles the timeout, until tcp_retries2 or TCP_USER_TIMEOUT ends it. Meanwhile keepalive is put off.</source>
        <translation>有数据在途时运行。每次到期就重发最早的段并把超时加倍，直到 tcp_retries2 或 TCP_USER_TIMEOUT 结束它。这期间保活被推迟。</translation>
    </message>
    <message>
        <source>Runs when nothing is in flight but data waits that cannot leave: the peer&apos;s window is closed, or the own host could not send. Each expiry sends a window probe. It hides keepalive.</source>
        <translation>没有数据在途、却有数据发不出去时运行：对端的窗口关着，或者自己的主机发不出。每次到期发一个窗口探测。它会遮住保活。</translation>
    </message>
    <message>
        <source>Counts the 60 s of TIME_WAIT; then the row goes.</source>
        <translation>计 TIME_WAIT 的 60 s；之后这一行消失。</translation>
    </message>
    <message>
        <source>How long the kernel waits for an acknowledgement before it sends again: smoothed round trip plus its variance, at least 200 ms, so about 204 ms on a local network at HZ 250. It doubles with each expiry up to 120 s.</source>
        <translation>内核等待确认多久才重发：平滑后的往返时间加上它的波动，至少 200 ms，所以在 HZ 250 的本地网络上约 204 ms。每次到期加倍，最大 120 s。</translation>
    </message>
    <message>
        <source>How many times the timeout has been doubled since the last acknowledgement. 3 means eight times the first timeout.</source>
        <translation>自上次确认以来超时加倍了多少次。3 表示第一次超时的八倍。</translation>
    </message>
    <message>
        <source>Time until the timer fires, as asked for. The timer wheel rounds it up, so it can stand at 0 for up to 2 s before a timer of a minute fires.</source>
        <translation>距定时器到期的时间，按所要求的算。定时器轮会把它向上取整，所以一分钟的定时器到期之前，它可能停在 0 上最多 2 s。</translation>
    </message>
    <message>
        <source>The first segment of a connection: asks for it and names the first sequence number.</source>
        <translation>连接的第一个段：请求建立连接，并给出第一个序列号。</translation>
    </message>
    <message>
        <source>The answer to a SYN.</source>
        <translation>对 SYN 的回应。</translation>
    </message>
    <message>
        <source>Says which byte is expected next. Any ACK resets the counts of retransmissions and probes.</source>
        <translation>说明期待的下一个字节。任何 ACK 都会把重传和探测的计数清零。</translation>
    </message>
    <message>
        <source>A segment with bytes of the program.</source>
        <translation>带有程序数据的段。</translation>
    </message>
    <message>
        <source>A segment sent once more because no acknowledgement came in time.</source>
        <translation>因为确认没有及时到来而再发一次的段。</translation>
    </message>
    <message>
        <source>An empty segment with a sequence number just below what is next, so that a living kernel must answer. An ICMP error in reply is ignored; a RST ends the connection.</source>
        <translation>一个空段，序列号恰好比下一个小，活着的内核必须回应。回来的 ICMP 错误会被忽略；RST 会结束连接。</translation>
    </message>
    <message>
        <source>Asks a peer with a closed window whether it has room again. On the wire it looks like a keepalive probe; only the timer tells them apart.</source>
        <translation>询问窗口关闭的对端是否又有了空间。在线路上它和保活探测看起来一样；只有定时器能区分。</translation>
    </message>
    <message>
        <source>The last segment once more, soon after it was sent, in case just that one was lost. It is not counted as a retransmission, but starts the timer anew: the first counted one comes about 0.2 s later.</source>
        <translation>最后一个段在发出后不久再发一次，以防丢的正是它。它不算作重传，但会重新启动定时器：算作重传的第一次要晚约 0.2 s。</translation>
    </message>
    <message>
        <source>The ACK with which the peer&apos;s kernel answers a probe. It answers even while its program is frozen.</source>
        <translation>对端内核回应探测的 ACK。即使它的程序被冻结，它也会回应。</translation>
    </message>
    <message>
        <source>The sender has nothing more to say. A waiting recv() returns 0. When a program is killed its kernel sends it.</source>
        <translation>发送方没有更多要说的了。等待中的 recv() 返回 0。程序被杀死时，由它的内核发出。</translation>
    </message>
    <message>
        <source>There is no such connection (any more): the receiver&apos;s calls fail with ECONNRESET. Believed only with exactly the expected sequence number.</source>
        <translation>没有这样的连接（或者已经没有了）：接收方的调用以 ECONNRESET 失败。只有序列号正好是期待的那个才会被接受。</translation>
    </message>
    <message>
        <source>A router&apos;s or host&apos;s word that a packet cannot be delivered. It never ends an established connection, but becomes the errno when a timer gives up on data in flight.</source>
        <translation>路由器或主机说某个数据包无法送达。它从不结束已建立的连接，但当定时器放弃在途数据时，它会成为 errno。</translation>
    </message>
    <message>
        <source>The peer has no room because its program does not read. Its kernel answers window probes, so this may last for ever.</source>
        <translation>对端没有空间，因为它的程序不读。它的内核会回应窗口探测，所以这种状态可能永远持续。</translation>
    </message>
    <message>
        <source>Keepalive or window probes sent since the peer was heard last. Any ACK sets it to 0.</source>
        <translation>自上次听到对端以来发出的保活探测或窗口探测数。任何 ACK 都会把它清零。</translation>
    </message>
    <message>
        <source>Expiries of the retransmission timer in a row. A tail-loss probe is not counted; a new ACK sets it to 0.</source>
        <translation>重传定时器连续到期的次数。尾部丢失探测不算；新的 ACK 会把它清零。</translation>
    </message>
    <message>
        <source>Bytes that the program has handed over and the peer has not acknowledged: in flight and unsent together.</source>
        <translation>程序已交出、对端尚未确认的字节：在途的和未发的合计。</translation>
    </message>
    <message>
        <source>Bytes that have come and that the program has not read.</source>
        <translation>已经到达、程序还没有读的字节。</translation>
    </message>
    <message>
        <source>Segments in flight. Above 0 the retransmission timer decides, not keepalive.</source>
        <translation>在途的段数。大于 0 时由重传定时器决定，而不是保活。</translation>
    </message>
    <message>
        <source>Segments in flight that this kernel takes for lost.</source>
        <translation>在途的段中，这个内核认为已经丢失的。</translation>
    </message>
    <message>
        <source>Segments in flight that have been sent again and are not acknowledged yet.</source>
        <translation>在途的段中，已经重发、还没有确认的。</translation>
    </message>
    <message>
        <source>Retransmissions in the life of the connection, tail-loss probes and SYNs included.</source>
        <translation>连接一生中的重传次数，包括尾部丢失探测和 SYN。</translation>
    </message>
    <message>
        <source>Round trip: from a segment to its acknowledgement, smoothed.</source>
        <translation>往返时间：从一个段到它的确认，经过平滑。</translation>
    </message>
    <message>
        <source>How much the round trip varies.</source>
        <translation>往返时间的波动。</translation>
    </message>
    <message>
        <source>How many segments may be in flight, as congestion control allows. It falls to 1 after a retransmission timeout.</source>
        <translation>拥塞控制允许多少个段在途。重传超时之后它降到 1。</translation>
    </message>
    <message>
        <source>Below this congestion window it grows quickly. −1: still in the first slow start.</source>
        <translation>拥塞窗口低于它时增长得快。−1：还在第一次慢启动。</translation>
    </message>
    <message>
        <source>How many bytes the peer has room for. 0 closes the window: then window probes decide.</source>
        <translation>对端还有多少字节的空间。0 表示窗口关闭：此时由窗口探测决定。</translation>
    </message>
    <message>
        <source>Bytes of the send queue that have never been sent.</source>
        <translation>发送队列中从未发出的字节。</translation>
    </message>
    <message>
        <source>Time since this end sent data last, probes not counted.</source>
        <translation>距这一端上次发送数据的时间，探测不算。</translation>
    </message>
    <message>
        <source>Time since data came last. The smaller of this and the time since the last ACK is the silence that keepalive measures.</source>
        <translation>距上次收到数据的时间。它和距上次 ACK 的时间中较小的一个，就是保活所计的静默。</translation>
    </message>
    <message>
        <source>Time since an ACK came last. The smaller of this and the time since the last data is the silence that keepalive measures.</source>
        <translation>距上次收到 ACK 的时间。它和距上次数据的时间中较小的一个，就是保活所计的静默。</translation>
    </message>
    <message>
        <source>What congestion control believes: Open, Disorder, CWR, Recovery, or Loss after a retransmission timeout.</source>
        <translation>拥塞控制的判断：Open、Disorder、CWR、Recovery，重传超时之后是 Loss。</translation>
    </message>
    <message>
        <source>How long this end may hold an ACK back to send it together with data.</source>
        <translation>这一端最多可以把 ACK 压多久，好和数据一起发出。</translation>
    </message>
    <message>
        <source>The user who owns the socket.</source>
        <translation>套接字所属的用户。</translation>
    </message>
    <message>
        <source>The socket&apos;s number; /proc/PID/fd shows it as socket:[number].</source>
        <translation>套接字的编号；/proc/PID/fd 里显示为 socket:[编号]。</translation>
    </message>
    <message>
        <source>How many parts of the kernel hold the socket: the program&apos;s descriptor, and one for each pending timer.</source>
        <translation>内核中有多少处拿着这个套接字：程序的描述符，以及每个待到期的定时器各一处。</translation>
    </message>
    <message>
        <source>This end&apos;s address and port.</source>
        <translation>这一端的地址和端口。</translation>
    </message>
    <message>
        <source>The address and port of the other end.</source>
        <translation>另一端的地址和端口。</translation>
    </message>
    <message>
        <source>Where the connection stands in TCP&apos;s state machine, as this host&apos;s kernel sees it.</source>
        <translation>连接处在 TCP 状态机的哪一步，按这台主机的内核所见。</translation>
    </message>
    <message>
        <source>The timer that pends. One is shown at a time: retransmission and window probes hide keepalive.</source>
        <translation>等待到期的定时器。一次只显示一个：重传和窗口探测会遮住保活。</translation>
    </message>
    <message>
        <source>What holds the socket and calls recv() or send(). It learns of the peer&apos;s end from the return of a call alone.</source>
        <translation>拿着套接字、调用 recv() 或 send() 的程序。对端没了，它只能从某次调用的返回得知。</translation>
    </message>
    <message>
        <source>Its TCP keeps the connection&apos;s state and timers. It may doubt or give the peer up long before the program hears of it, and it goes on answering while a program is frozen.</source>
        <translation>它的 TCP 保存着连接的状态和定时器。它可能早就起疑或放弃了对端，程序却还没听说；程序被冻结时，它照样应答。</translation>
    </message>
    <message>
        <source>Stands between the two hosts and can drop packets. Neither end is told of that: their own links stay up.</source>
        <translation>位于两台主机之间，可以丢弃数据包。两端都不会得知：它们自己的链路仍然正常。</translation>
    </message>
    <message>
        <source>1: with fewer than four segments in flight the first six retransmission timeouts do not double.</source>
        <translation>1：在途报文段少于四个时，前六次重传超时不加倍。</translation>
    </message>
    <message>
        <source>How fast TCP sends: cubic, reno or another that the kernel has. It makes no difference to when a dead peer is noticed.</source>
        <translation>TCP 发送的快慢：cubic、reno 或内核所具有的其他算法。对何时发现死亡的对端没有影响。</translation>
    </message>
    <message>
        <source>A host asks who has the next hop&apos;s IPv4 address. After three questions without an answer, a second apart, its kernel tells itself that the host cannot be reached.</source>
        <translation>主机询问谁拥有下一跳的 IPv4 地址。每隔一秒问一次，三次无人应答后，它的内核便告诉自己主机不可达。</translation>
    </message>
    <message>
        <source>What ARP is to IPv4: neighbour solicitations and their answers, the advertisements.</source>
        <translation>作用如同 IPv4 的 ARP：邻居请求及其应答，即邻居通告。</translation>
    </message>
    <message>
        <source>Retransmission timeouts in the life of the connection, and the time it has spent in them. Linux tells them since 6.7.</source>
        <translation>连接一生中的重传超时次数，以及耗在其中的时间。Linux 自 6.7 起提供。</translation>
    </message>
    <message>
        <source>Stands between two hosts of one subnet (path direct) and can drop packets. It is no hop: they ask for each other, not for it.</source>
        <translation>位于同一子网的两台主机之间（直连路径），可以丢弃数据包。它不是一跳：主机互相询问，而不询问它。</translation>
    </message>
    <message>
        <source>A host&apos;s link to the router or switch. Pulled out at a host, its carrier is lost, and yet TCP keeps the connection: only timers end it.</source>
        <translation>主机到路由器或交换机的链路。在主机这头拔掉，载波就没了，但 TCP 仍保持连接：只有定时器才会结束它。</translation>
    </message>
    <message>
        <source>Something disturbed the run that was no part of it: it was starved, or lost-frames. It does not count as inside its prediction; Why and the results say by how much it was disturbed, and whether its numbers may be used all the same.</source>
        <translation>有不属于实验的东西干扰了运行：机器过忙（starved）或丢帧（lost-frames）。它不算在预测之内；“为什么”和结果里写着干扰有多大，以及这些数值是否仍可使用。</translation>
    </message>
    <message>
        <source>The machine was busy, and between fault and outcome a timer of Halfopen ran more than 50 ms late. Measured times may be late by as much. What lies inside its prediction may be used; else make the run again with less beside it.</source>
        <translation>机器太忙，在故障与结果之间 Halfopen 的某个定时器晚了 50 ms 以上。实测时间可能也晚了这么多。仍在预测之内的数值可以使用；否则请减少其他负载，重新运行。</translation>
    </message>
    <message>
        <source>Packets went missing that no fault took, mostly on a busy machine. What the kernels did may be due to that: make the run again.</source>
        <translation>有数据包丢失，却不是故障造成的，多半是因为机器太忙。内核的行为可能由此而来：请重新运行。</translation>
    </message>
    <message>
        <source>The program that Halfopen starts for a run: it makes the hosts and the faults, looks at the sockets and takes the times.</source>
        <translation>Halfopen 为一次运行启动的程序：它建立主机，制造故障，查看套接字，并记录时间。</translation>
    </message>
</context>
<context>
    <name>GlossaryTerm</name>
    <message>
        <source>half-open</source>
        <translation>半开（half-open）</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>连接对</translation>
    </message>
    <message>
        <source>detection time</source>
        <translation>发现时间</translation>
    </message>
    <message>
        <source>namespace</source>
        <translation>命名空间（namespace）</translation>
    </message>
    <message>
        <source>timer wheel</source>
        <translation>定时器轮（timer wheel）</translation>
    </message>
    <message>
        <source>orphan</source>
        <translation>孤儿套接字（orphan）</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>在途（in flight）</translation>
    </message>
    <message>
        <source>no timer</source>
        <translation>无定时器</translation>
    </message>
    <message>
        <source>keepalive</source>
        <translation>保活（keepalive）</translation>
    </message>
    <message>
        <source>retransmit</source>
        <translation>重传（retransmit）</translation>
    </message>
    <message>
        <source>window-probe</source>
        <translation>窗口探测（window-probe）</translation>
    </message>
    <message>
        <source>backoff</source>
        <translation>退避（backoff）</translation>
    </message>
    <message>
        <source>timer in</source>
        <translation>定时器剩余时间</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>retransmission</source>
        <translation>重传（retransmission）</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>探测（probe）</translation>
    </message>
    <message>
        <source>window probe</source>
        <translation>窗口探测</translation>
    </message>
    <message>
        <source>tail-loss probe</source>
        <translation>尾部丢失探测（tail-loss probe）</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>zero window</source>
        <translation>零窗口（zero window）</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>未回应</translation>
    </message>
    <message>
        <source>retrans</source>
        <translation>重传（retrans）</translation>
    </message>
    <message>
        <source>unacked</source>
        <translation>未确认（unacked）</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失（lost）</translation>
    </message>
    <message>
        <source>resent</source>
        <translation>已重发（resent）</translation>
    </message>
    <message>
        <source>total retrans</source>
        <translation>重传总数（total retrans）</translation>
    </message>
    <message>
        <source>notsent</source>
        <translation>未发出（notsent）</translation>
    </message>
    <message>
        <source>last data sent</source>
        <translation>上次发送数据（last data sent）</translation>
    </message>
    <message>
        <source>last data recv</source>
        <translation>上次收到数据（last data recv）</translation>
    </message>
    <message>
        <source>last ack recv</source>
        <translation>上次收到 ACK（last ack recv）</translation>
    </message>
    <message>
        <source>refs</source>
        <translation>引用（refs）</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地地址（local）</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>远端地址（remote）</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态（state）</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>定时器（timer）</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>router</source>
        <translation>路由器</translation>
    </message>
    <message>
        <source>cable</source>
        <translation>网线</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>交换机</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>有标记</translation>
    </message>
    <message>
        <source>starved</source>
        <translation>机器过忙</translation>
    </message>
    <message>
        <source>lost-frames</source>
        <translation>丢帧</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>代理程序</translation>
    </message>
</context>
<context>
    <name>LessonChapters</name>
    <message>
        <source>&amp;1  Who notices at all: waiting and sending</source>
        <translation>&amp;1  谁会察觉：等待与发送</translation>
    </message>
    <message>
        <source>&amp;2  Which timer decides, and when</source>
        <translation>&amp;2  由哪个定时器决定，在什么时候</translation>
    </message>
    <message>
        <source>&amp;3  Ways to die, and what is said of them</source>
        <translation>&amp;3  对端失效的各种方式，以及报出的错误</translation>
    </message>
    <message>
        <source>&amp;4  On the way: lost answers, middleboxes, repair, connecting</source>
        <translation>&amp;4  途中：丢失的应答、中间设备、修复、建立连接</translation>
    </message>
    <message>
        <source>&amp;5  In real software</source>
        <translation>&amp;5  真实的软件里</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>after the fault [s]</source>
        <translation>故障后 [s]</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, %2 of %3</source>
        <translation>%1，%3 的%2</translation>
    </message>
    <message>
        <source>Not run yet.</source>
        <translation>还没有运行。</translation>
    </message>
    <message>
        <source>still waiting after %1</source>
        <translation>%1 之后仍在等待</translation>
    </message>
    <message>
        <source>predicted: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>predicted: never</source>
        <translation>预测：永不</translation>
    </message>
    <message>
        <source>%1 after %2</source>
        <translation>%1，在 %2 之后</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>lives on</source>
        <comment>a connection</comment>
        <translation>连接存活</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translation>全选(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translation>增加(&amp;S)</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translation>减少(&amp;D)</translation>
    </message>
</context>
<context>
    <name>QGnomeTheme</name>
    <message>
        <source>&amp;OK</source>
        <translation>确定(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>Close without Saving</source>
        <translation>不保存就关闭</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>剪切(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>是(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>否(&amp;N)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translation>复制链接地址(&amp;L)</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>全选</translation>
    </message>
</context>
<context>
    <name>ResultRows</name>
    <message>
        <source>never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1，运行 %2</translation>
    </message>
    <message>
        <source>predicted: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>measured: %1 (%2)</source>
        <translation>实测：%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source>%n ends, the first after %1, the last after %2</source>
        <translation>
            <numerusform>%n 端，最早在 %1 之后，最晚在 %2 之后</numerusform>
        </translation>
    </message>
    <message>
        <source>half of them between %1 and %2</source>
        <translation>其中一半在 %1 和 %2 之间</translation>
    </message>
    <message>
        <source>measured − predicted: %1</source>
        <translation>实测 − 预测：%1</translation>
    </message>
    <message>
        <source>ended, though never was predicted</source>
        <translation>预测永不，却结束了</translation>
    </message>
    <message>
        <source>no end seen</source>
        <translation>没有看到结束</translation>
    </message>
    <message>
        <source>no end</source>
        <comment>of a call, seen; as short as possible</comment>
        <translation>未结束</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>when the run ended; as short as possible</comment>
        <translation>在等待</translation>
    </message>
    <message>
        <source>%1 of %2 still waiting when the run ended</source>
        <comment>of the ends of a group</comment>
        <translation>运行结束时 %2 个中有 %1 个仍在等待</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>never, why never</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>lives on</source>
        <comment>a connection</comment>
        <translation>连接存活</translation>
    </message>
</context>
<context>
    <name>RunDifference</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>settings that differ</comment>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>setting, its values</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Same settings.</source>
        <translation>设置相同。</translation>
    </message>
</context>
<context>
    <name>RunResult</name>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>planned · %1</source>
        <translation>计划 · %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (server)</source>
        <comment>name of a pair</comment>
        <translation>%1（服务器）</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name of a pair, what its end does</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>SocketCells</name>
    <message>
        <source>No timer is armed on this socket.</source>
        <translation>这个套接字上没有定时器在运行。</translation>
    </message>
    <message>
        <source>The retransmission timer fires in %1.</source>
        <translation>重传定时器将在 %1 后到期。</translation>
    </message>
    <message>
        <source>The keepalive timer fires in %1.</source>
        <translation>保活定时器将在 %1 后到期。</translation>
    </message>
    <message>
        <source>The row goes in %1.</source>
        <translation>这一行将在 %1 后消失。</translation>
    </message>
    <message>
        <source>The timer of window probes fires in %1.</source>
        <translation>窗口探测的定时器将在 %1 后到期。</translation>
    </message>
    <message>
        <source>This row is gone; the program heard of it by %1. Shown is what it said last.</source>
        <translation>这一行已经消失；程序由 %1 得知。这里显示的是它最后的内容。</translation>
    </message>
    <message>
        <source>This row is gone because its program has ended. Shown is what it said last.</source>
        <translation>这一行已经消失，因为它的程序结束了。这里显示的是它最后的内容。</translation>
    </message>
    <message>
        <source>This row is gone; the program has not looked yet. Shown is what it said last.</source>
        <translation>这一行已经消失；程序还没有查看。这里显示的是它最后的内容。</translation>
    </message>
    <message>
        <source>For this host&apos;s kernel the connection is %1.</source>
        <translation>在这台主机的内核看来，连接是 %1。</translation>
    </message>
    <message>
        <source>Probes without an answer: %1.</source>
        <translation>没有回应的探测：%1。</translation>
    </message>
    <message>
        <source>Retransmission timeouts in a row: %1.</source>
        <translation>连续的重传超时：%1。</translation>
    </message>
    <message>
        <source>Bytes handed over and not acknowledged: %1.</source>
        <translation>已交出、尚未确认的字节：%1。</translation>
    </message>
    <message>
        <source>Bytes that the program has not read: %1.</source>
        <translation>程序还没有读的字节：%1。</translation>
    </message>
    <message>
        <source>The present timeout is %1 ms.</source>
        <translation>当前的超时是 %1 ms。</translation>
    </message>
    <message>
        <source>Times that the timeout was doubled: %1.</source>
        <translation>超时加倍的次数：%1。</translation>
    </message>
    <message>
        <source>Segments in flight: %1.</source>
        <translation>在途的段：%1。</translation>
    </message>
    <message>
        <source>The timer of this row over the run: colour is its kind, height how many probes or retransmissions went unanswered, %1.</source>
        <translation>这一行的定时器在整个运行中的变化：颜色表示种类，高度表示没有回应的探测或重传数，%1。</translation>
    </message>
    <message>
        <source>The send queue of this row over the run, %1.</source>
        <translation>这一行的发送队列在整个运行中的变化，%1。</translation>
    </message>
    <message>
        <source>There is no such row in /proc/net/tcp yet.</source>
        <translation>/proc/net/tcp 中还没有这一行。</translation>
    </message>
    <message>
        <source>TCP_INFO has not been read yet.</source>
        <translation>还没有读过 TCP_INFO。</translation>
    </message>
    <message>
        <source>(gone: %1)</source>
        <translation>消失：%1</translation>
    </message>
    <message>
        <source>(gone: closed by the peer)</source>
        <translation>消失：对端已关闭</translation>
    </message>
    <message>
        <source>(gone: program ended)</source>
        <translation>消失：程序已结束</translation>
    </message>
    <message>
        <source>(gone)</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>at most %1 B</source>
        <translation>最多 %1 B</translation>
    </message>
    <message>
        <source>at most %1 in a row</source>
        <translation>连续最多 %1</translation>
    </message>
    <message>
        <source>not connected yet</source>
        <translation>尚未连接</translation>
    </message>
    <message>
        <source>(gone: given up)</source>
        <comment>by its kernel, after its program had closed it</comment>
        <translation>消失：内核已放弃</translation>
    </message>
    <message>
        <source>was never connected</source>
        <translation>从未连接</translation>
    </message>
    <message>
        <source>window probe</source>
        <translation>窗口探测</translation>
    </message>
    <message>
        <source>This row is gone. The program&apos;s call had come to its own limit before, and nobody has told the program of this. Shown is what the row said last.</source>
        <translation>这一行已经消失。程序的调用此前就到了自己的时限，没有人告诉程序这件事。显示的是这一行最后的内容。</translation>
    </message>
    <message>
        <source>“%1”, %2.</source>
        <comment>name of a pair, client or server</comment>
        <translation>“%1”，%2。</translation>
    </message>
    <message>
        <source>Read %1 before what is shown.</source>
        <comment>time</comment>
        <translation>读取于所显示时刻之前 %1。</translation>
    </message>
    <message>
        <source>The program gave up by itself after %1 and closed its socket; the kernel&apos;s side of it went on until this row was gone. Shown is what it said last.</source>
        <comment>time</comment>
        <translation>程序在 %1 之后自行放弃并关闭了套接字；内核那一侧一直继续到这一行消失。显示的是它最后的内容。</translation>
    </message>
    <message>
        <source>This row is gone with all that the kernel of this host knew: the host lost its power. Shown is what it said last.</source>
        <translation>这一行随这台主机的内核所知道的一切一起消失：主机断电了。显示的是它最后的内容。</translation>
    </message>
    <message>
        <source>(gone: program gave up)</source>
        <comment>waiting for its peer, by itself</comment>
        <translation>消失：程序放弃</translation>
    </message>
    <message>
        <source>(gone: QTcpSocket error)</source>
        <translation>消失：QTcpSocket 出错</translation>
    </message>
    <message>
        <source>(gone: host rebooted)</source>
        <translation>消失：主机重启</translation>
    </message>
    <message>
        <source>(host without power)</source>
        <translation>主机断电</translation>
    </message>
</context>
<context>
    <name>SocketColumns</name>
    <message>
        <source>pair</source>
        <translation>连接对</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>local</source>
        <translation>本地地址</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>timer</source>
        <translation>定时器</translation>
    </message>
    <message>
        <source>in</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>retrans</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>rto [ms]</source>
        <translation>rto [ms]</translation>
    </message>
    <message>
        <source>backoff</source>
        <translation>退避</translation>
    </message>
    <message>
        <source>cwnd</source>
        <translation>cwnd</translation>
    </message>
    <message>
        <source>remote</source>
        <translation>远端地址</translation>
    </message>
    <message>
        <source>ssthresh</source>
        <translation>ssthresh</translation>
    </message>
    <message>
        <source>ato [ms]</source>
        <translation>ato [ms]</translation>
    </message>
    <message>
        <source>inode</source>
        <translation>inode</translation>
    </message>
    <message>
        <source>uid</source>
        <translation>uid</translation>
    </message>
    <message>
        <source>refs</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>unacked</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>resent</source>
        <translation>已重发</translation>
    </message>
    <message>
        <source>total retrans</source>
        <translation>重传总数</translation>
    </message>
    <message>
        <source>rtt [ms]</source>
        <translation>rtt [ms]</translation>
    </message>
    <message>
        <source>rttvar [ms]</source>
        <translation>rttvar [ms]</translation>
    </message>
    <message>
        <source>last sent [s]</source>
        <translation>上次发送 [s]</translation>
    </message>
    <message>
        <source>last data [s]</source>
        <translation>上次数据 [s]</translation>
    </message>
    <message>
        <source>last ACK [s]</source>
        <translation>上次 ACK [s]</translation>
    </message>
    <message>
        <source>ca_state</source>
        <translation>ca_state</translation>
    </message>
    <message>
        <source>probes</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>history</source>
        <translation>历程</translation>
    </message>
    <message>
        <source>Send-Q history</source>
        <translation>Send-Q 历程</translation>
    </message>
    <message>
        <source>total_rto</source>
        <translation>total_rto</translation>
    </message>
    <message>
        <source>total_rto_time [s]</source>
        <translation>total_rto_time [秒]</translation>
    </message>
    <message>
        <source>Send-Q [B]</source>
        <translation>Send-Q [B]</translation>
    </message>
    <message>
        <source>Recv-Q [B]</source>
        <translation>Recv-Q [B]</translation>
    </message>
    <message>
        <source>snd_wnd [B]</source>
        <translation>snd_wnd [B]</translation>
    </message>
    <message>
        <source>notsent [B]</source>
        <translation>未发出 [B]</translation>
    </message>
</context>
<context>
    <name>TimelineExport</name>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>%1: time line</source>
        <comment>title of an experiment</comment>
        <translation>%1：时间线</translation>
    </message>
</context>
<context>
    <name>WhyText</name>
    <message>
        <source>The last segment of the peer had arrived %1 before.</source>
        <translation>在此之前 %1，对端的最后一个段已到达。</translation>
    </message>
    <message>
        <source>At the first fault nothing was in flight, so the retransmission timer was not running.</source>
        <translation>第一个故障发生时没有数据在途，所以重传定时器没有运行。</translation>
    </message>
    <message>
        <source>, and %1 more</source>
        <translation>，还有 %1 个</translation>
    </message>
    <message>
        <source>all lost</source>
        <translation>全部丢失</translation>
    </message>
    <message>
        <source>all delivered</source>
        <translation>全部送达</translation>
    </message>
    <message>
        <source>%1 of them lost</source>
        <translation>其中 %1 个丢失</translation>
    </message>
    <message>
        <source>%1: %2, %3, after %4%5.</source>
        <translation>%1：%2，%3，在 %4 之后%5。</translation>
    </message>
    <message>
        <source>Probes that the peer&apos;s kernel answered: %1. For TCP it is alive.</source>
        <translation>对端内核回应的探测：%1。对 TCP 来说它还活着。</translation>
    </message>
    <message>
        <source>Giving up, the kernel sent a RST after %1.</source>
        <translation>内核放弃时发出了 RST，在 %1 之后。</translation>
    </message>
    <message>
        <source>Giving up, the kernel sent a RST after %1 that nobody heard.</source>
        <translation>内核放弃时发出了 RST，在 %1 之后，没有人听到。</translation>
    </message>
    <message>
        <source>Nobody noticed, as predicted.</source>
        <translation>没有人发觉，与预测一致。</translation>
    </message>
    <message>
        <source>%1, though never was predicted.</source>
        <translation>%1，而预测是永不。</translation>
    </message>
    <message>
        <source>%1: %2 from the middle of the predicted %3, %4.</source>
        <translation>%1：%2，相对于预测 %3 的中点，%4。</translation>
    </message>
    <message>
        <source>Nobody: no limit ends this connection.</source>
        <translation>没有人：没有什么上限会结束这个连接。</translation>
    </message>
    <message>
        <source>The count of unanswered keepalive probes, TCP_KEEPCNT.</source>
        <translation>没有回应的保活探测的次数，TCP_KEEPCNT。</translation>
    </message>
    <message>
        <source>The user timeout, TCP_USER_TIMEOUT.</source>
        <translation>用户超时，TCP_USER_TIMEOUT。</translation>
    </message>
    <message>
        <source>The retransmission timer, up to what tcp_retries2 allows.</source>
        <translation>重传定时器，直到 tcp_retries2 允许的上限。</translation>
    </message>
    <message>
        <source>The count of unanswered window probes, tcp_retries2.</source>
        <translation>没有回应的窗口探测的次数，tcp_retries2。</translation>
    </message>
    <message>
        <source>The call&apos;s own time limit, SO_RCVTIMEO or SO_SNDTIMEO.</source>
        <translation>调用自己的时限，SO_RCVTIMEO 或 SO_SNDTIMEO。</translation>
    </message>
    <message>
        <source>The peer&apos;s kernel, by a RST.</source>
        <translation>对端内核，用 RST。</translation>
    </message>
    <message>
        <source>The peer&apos;s kernel, by a FIN.</source>
        <translation>对端内核，用 FIN。</translation>
    </message>
    <message>
        <source>This end itself.</source>
        <translation>这一端自己。</translation>
    </message>
    <message>
        <source>Without SO_KEEPALIVE no timer would be armed: the program would wait for ever.</source>
        <translation>没有 SO_KEEPALIVE 就没有定时器在运行：程序会永远等下去。</translation>
    </message>
    <message>
        <source>Without data in flight this timer would not run; a TCP_USER_TIMEOUT would set the limit in milliseconds.</source>
        <translation>没有数据在途，这个定时器就不会走；设了 TCP_USER_TIMEOUT，就能以毫秒定下上限。</translation>
    </message>
    <message>
        <source>Without the user timeout the count of lost probes would decide.</source>
        <translation>没有用户超时，就由丢失探测的次数决定。</translation>
    </message>
    <message>
        <source>Without the user timeout tcp_retries2 would decide, by default after more than 15 minutes.</source>
        <translation>没有用户超时，就由 tcp_retries2 决定，默认要超过 15 分钟。</translation>
    </message>
    <message>
        <source>The call gave up on its own; it says nothing about the peer, and the connection lives on.</source>
        <translation>调用是自己放弃的；这说明不了对端的任何情况，连接继续存在。</translation>
    </message>
    <message>
        <source>The peer&apos;s kernel outlived its program and spoke for it. A dead kernel or cable says nothing.</source>
        <translation>对端内核比它的程序活得久，并替它说了话。死掉的内核或网线什么也不会说。</translation>
    </message>
    <message>
        <source>With SO_KEEPALIVE, or with data to send, the kernel would find out.</source>
        <translation>有 SO_KEEPALIVE，或者有数据要发送，内核就会发觉。</translation>
    </message>
    <message>
        <source>%1 earlier</source>
        <comment>milliseconds with their unit</comment>
        <translation>早 %1</translation>
    </message>
    <message>
        <source>%1 later</source>
        <comment>milliseconds with their unit</comment>
        <translation>晚 %1</translation>
    </message>
    <message>
        <source>inside</source>
        <comment>of the predicted interval</comment>
        <translation>在区间内</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>探测</translation>
    </message>
    <message>
        <source>Retransmissions</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>Probe %1</source>
        <translation>探测 %1</translation>
    </message>
    <message>
        <source>RST: the kernel gives up</source>
        <translation>RST：内核放弃</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of packet, number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No keepalive probes: SO_KEEPALIVE is off.</source>
        <translation>没有保活探测：SO_KEEPALIVE 关着。</translation>
    </message>
    <message>
        <source>No keepalive probes: data is in flight, and the retransmission timer puts keepalive off.</source>
        <translation>没有保活探测：有数据在途，重传定时器推迟了保活。</translation>
    </message>
    <message>
        <source>Keepalive ends nothing: the peer&apos;s kernel answers its probes.</source>
        <translation>保活不会结束任何连接：对端内核回应它的探测。</translation>
    </message>
    <message>
        <source>TCP_USER_TIMEOUT is not set, so TCP_KEEPCNT counts.</source>
        <translation>没有设 TCP_USER_TIMEOUT，所以 TCP_KEEPCNT 算数。</translation>
    </message>
    <message>
        <source>TCP_USER_TIMEOUT does nothing: it acts on unacknowledged data and on keepalive, and there is neither.</source>
        <translation>TCP_USER_TIMEOUT 不起作用：它只对未确认的数据和保活起作用，而这里两者都没有。</translation>
    </message>
    <message>
        <source>TCP_KEEPCNT does not count: with TCP_USER_TIMEOUT set it is ignored.</source>
        <translation>TCP_KEEPCNT 不算数：设了 TCP_USER_TIMEOUT，它就被忽略。</translation>
    </message>
    <message>
        <source>recv() has no time limit of its own: SO_RCVTIMEO is not set.</source>
        <translation>recv() 没有自己的时限：没有设 SO_RCVTIMEO。</translation>
    </message>
    <message>
        <source>send() has no time limit of its own: SO_SNDTIMEO is not set.</source>
        <translation>send() 没有自己的时限：没有设 SO_SNDTIMEO。</translation>
    </message>
    <message>
        <source>%1() is called without a time limit.</source>
        <translation>%1() 调用时没有时限。</translation>
    </message>
    <message>
        <source>No retransmissions: nothing is in flight, so the retransmission timer does not run.</source>
        <translation>没有重传：没有数据在途，所以重传定时器不走。</translation>
    </message>
    <message>
        <source>No FIN and no RST has come from the peer since: nobody told this end.</source>
        <translation>此后对端没有来过 FIN，也没有来过 RST：没有谁告诉过这一端。</translation>
    </message>
    <message>
        <source>Retrans. %1</source>
        <comment>the n-th retransmission, short</comment>
        <translation>重传 %1</translation>
    </message>
    <message>
        <source>The number of SYNs without an answer, tcp_syn_retries.</source>
        <translation>无应答的 SYN 的次数（tcp_syn_retries）。</translation>
    </message>
    <message>
        <source>The retransmissions of an orphaned socket, tcp_orphan_retries.</source>
        <translation>孤儿套接字的重传次数（tcp_orphan_retries）。</translation>
    </message>
    <message>
        <source>TCPKeepAlive %1: keepalive probes sent.</source>
        <translation>TCPKeepAlive %1：发出的保活探测。</translation>
    </message>
    <message>
        <source>TCPTimeouts %1: times the retransmission timer fired with something in flight, the last one included.</source>
        <translation>TCPTimeouts %1：有数据在途时重传定时器到期的次数，含最后一次。</translation>
    </message>
    <message>
        <source>TCPLossProbes %1: segments sent again before the first timeout.</source>
        <translation>TCPLossProbes %1：在第一次超时之前重发的段。</translation>
    </message>
    <message>
        <source>TCPWinProbe %1: window probes sent.</source>
        <translation>TCPWinProbe %1：发出的窗口探测。</translation>
    </message>
    <message>
        <source>TCPSynRetrans %1: SYNs sent again.</source>
        <translation>TCPSynRetrans %1：重发的 SYN。</translation>
    </message>
    <message>
        <source>OutOfWindowIcmps %1: ICMP errors thrown away, because what they quote was not in flight, as a keepalive probe never is.</source>
        <translation>OutOfWindowIcmps %1：被丢弃的 ICMP 错误，因为其引用的内容并不在途，保活探测从来如此。</translation>
    </message>
    <message>
        <source>LockDroppedIcmps %1: ICMP errors that came while the socket was in use and changed nothing.</source>
        <translation>LockDroppedIcmps %1：在套接字被占用时到来的 ICMP 错误，未改变任何事。</translation>
    </message>
    <message>
        <source>OutNoRoutes %1: packets for which there was no route.</source>
        <translation>OutNoRoutes %1：没有路由可走的数据包。</translation>
    </message>
    <message>
        <source>TCPSpuriousRtxHostQueues %1: retransmissions left out, because the segment was still in this host&apos;s queue.</source>
        <translation>TCPSpuriousRtxHostQueues %1：略去的重传，因为该段还在本机队列中。</translation>
    </message>
    <message>
        <source>TCPAbortOnTimeout %1: a timer gave up, that of the SYN.</source>
        <translation>TCPAbortOnTimeout %1：有定时器放弃了，是 SYN 的定时器。</translation>
    </message>
    <message>
        <source>TCPAbortOnTimeout %1: a timer gave up. TCPTimeouts says that it was the retransmission timer.</source>
        <translation>TCPAbortOnTimeout %1：有定时器放弃了。TCPTimeouts 表明那是重传定时器。</translation>
    </message>
    <message>
        <source>TCPAbortOnTimeout %1: a timer gave up. TCPWinProbe says that it was the window probe timer, and TCPTimeouts +0 that it was no retransmission.</source>
        <translation>TCPAbortOnTimeout %1：有定时器放弃了。TCPWinProbe 表明那是窗口探测定时器，TCPTimeouts +0 表明不是重传。</translation>
    </message>
    <message>
        <source>TCPAbortOnTimeout %1: a timer gave up. TCPKeepAlive says that it was the keepalive timer, and TCPTimeouts +0 that it was no retransmission.</source>
        <translation>TCPAbortOnTimeout %1：有定时器放弃了。TCPKeepAlive 表明那是保活定时器，TCPTimeouts +0 表明不是重传。</translation>
    </message>
    <message>
        <source>TCPAbortOnTimeout %1: a timer gave up.</source>
        <translation>TCPAbortOnTimeout %1：有定时器放弃了。</translation>
    </message>
    <message>
        <source>TCPAbortOnTimeout +0: no timer gave up.</source>
        <translation>TCPAbortOnTimeout +0：没有定时器放弃。</translation>
    </message>
    <message>
        <source>TCPAbortOnTimeout +0: no timer gave up. OutRsts %1 on the other side: the RST came from the kernel of the %2.</source>
        <comment>count, host</comment>
        <translation>TCPAbortOnTimeout +0：没有定时器放弃。另一侧 OutRsts %1：RST 来自%2的内核。</translation>
    </message>
    <message>
        <source>TCPAbortOnTimeout +0: no timer gave up. OutRsts +0 on the other side: the RST was made on the way, not by the peer.</source>
        <translation>TCPAbortOnTimeout +0：没有定时器放弃。另一侧 OutRsts +0：RST 产生于途中，而非对端。</translation>
    </message>
    <message>
        <source>TCPAbortOnTimeout +0: no timer of the kernel gave up.</source>
        <translation>TCPAbortOnTimeout +0：内核没有定时器放弃。</translation>
    </message>
    <message numerus="yes">
        <source>The counters are the host&apos;s: its %n connections have counted together.</source>
        <translation>
            <numerusform>计数器属于整个主机：其 %n 个连接合在一起计数。</numerusform>
        </translation>
    </message>
    <message>
        <source>The program&apos;s own patience, heartbeat_timeout_s.</source>
        <translation>程序自己的耐心：heartbeat_timeout_s。</translation>
    </message>
    <message>
        <source>The program gave up on its own; its kernel goes by its own timers and may believe in the peer for much longer.</source>
        <translation>程序自行放弃；它的内核按自己的定时器行事，可能还会相信对端很久。</translation>
    </message>
    <message>
        <source>The fault from which all times count: %1, %2 after the start.</source>
        <comment>fault, time</comment>
        <translation>所有时间都从这个故障算起：%1，开始后 %2。</translation>
    </message>
    <message>
        <source>%1 after the first fault: %2.</source>
        <comment>time, fault</comment>
        <translation>第一个故障后 %1：%2。</translation>
    </message>
    <message>
        <source>Healed %1 after the first fault.</source>
        <translation>第一个故障后 %1 恢复。</translation>
    </message>
    <message>
        <source>The run ended before the fault was made.</source>
        <translation>故障还没有发生，运行就结束了。</translation>
    </message>
    <message>
        <source>Nobody noticed. The prediction allows that, beside %1.</source>
        <comment>interval</comment>
        <translation>没有人发觉。除了 %1，预测也允许这种情况。</translation>
    </message>
    <message>
        <source>Nobody had noticed when the run ended, after %1; predicted was %2.</source>
        <comment>time, interval</comment>
        <translation>运行在 %1 后结束时还没有人发觉；预测的是 %2。</translation>
    </message>
    <message>
        <source>SYNs</source>
        <translation>SYN</translation>
    </message>
    <message>
        <source>No keepalive probes: they begin when the connection is established.</source>
        <translation>没有保活探测：连接建立之后才会开始。</translation>
    </message>
    <message>
        <source>TCP_USER_TIMEOUT is not set, so tcp_syn_retries is the limit for SYNs.</source>
        <translation>没有设 TCP_USER_TIMEOUT，所以 SYN 的上限是 tcp_syn_retries。</translation>
    </message>
    <message>
        <source>TCP_USER_TIMEOUT is not set, so %1 is the limit for data in flight.</source>
        <comment>a sysctl</comment>
        <translation>没有设 TCP_USER_TIMEOUT，所以在途数据的上限是 %1。</translation>
    </message>
    <message>
        <source>%1 does not count: with TCP_USER_TIMEOUT set it is ignored.</source>
        <comment>a sysctl</comment>
        <translation>%1 不算数：设了 TCP_USER_TIMEOUT，它就被忽略。</translation>
    </message>
    <message>
        <source>Loss probes</source>
        <comment>tail-loss probes</comment>
        <translation>丢失探测</translation>
    </message>
    <message>
        <source>Loss probe</source>
        <comment>tail-loss probe, a step</comment>
        <translation>丢失探测</translation>
    </message>
    <message numerus="yes">
        <source>%n window probe(s) had left before the fault and had no answer either: the kernel counts them too. The peer&apos;s kernel answers such probes at most every 500 ms (tcp_invalid_ratelimit).</source>
        <translation>
            <numerusform>有 %n 个窗口探测在故障之前就已发出，也没有得到回应：内核把它们也算在内。对端内核最多每 500 ms 回应一次这样的探测（tcp_invalid_ratelimit）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Still waiting when the run ended, after %1. Predicted was %2: that is neither refuted nor confirmed.</source>
        <comment>time, interval</comment>
        <translation>运行在 %1 之后结束时仍在等待。预测是 %2：既没有被推翻，也没有被证实。</translation>
    </message>
    <message>
        <source>No keepalive probes as long as data is in flight: the retransmission timer puts keepalive off.</source>
        <translation>有数据在途期间没有保活探测：重传定时器推迟了保活。</translation>
    </message>
    <message>
        <source>TCP_USER_TIMEOUT ends nothing: what is sent is acknowledged before it is over.</source>
        <translation>TCP_USER_TIMEOUT 不结束任何东西：发出的数据在它到期之前就得到了确认。</translation>
    </message>
    <message>
        <source>TCP_USER_TIMEOUT ends nothing: the peer&apos;s kernel answers the probes.</source>
        <translation>TCP_USER_TIMEOUT 不结束任何东西：对端的内核应答了探测。</translation>
    </message>
    <message>
        <source>Segments in flight at the first fault: %1. The retransmission timer rules, keepalive is put off.</source>
        <translation>首个故障时在途的报文段：%1。由重传定时器决定，保活被推迟。</translation>
    </message>
    <message>
        <source>Segments in flight at the first fault: %1. The retransmission timer rules.</source>
        <translation>首个故障时在途的报文段：%1。由重传定时器决定。</translation>
    </message>
    <message>
        <source>The last %1 itself took %2: it began %3 before the fault.</source>
        <comment>call, time, time</comment>
        <translation>最后一次 %1 本身历时 %2：它在故障前 %3 开始。</translation>
    </message>
    <message>
        <source>The last %1 itself took %2: it began %3 after the fault.</source>
        <comment>call, time, time</comment>
        <translation>最后一次 %1 本身历时 %2：它在故障后 %3 开始。</translation>
    </message>
    <message>
        <source>The connection lives on, as predicted.</source>
        <translation>连接继续存活，与预测一致。</translation>
    </message>
    <message>
        <source>%1 %2 after the fault</source>
        <comment>call and errno, time</comment>
        <translation>%1，故障后 %2</translation>
    </message>
    <message>
        <source>%1 %2 after the start</source>
        <comment>call and errno, time</comment>
        <translation>%1，开始后 %2</translation>
    </message>
    <message>
        <source>Nobody: the connection lives on.</source>
        <translation>没有谁：连接继续存活。</translation>
    </message>
</context>
<context>
    <name>halfopen::AgentProcess</name>
    <message>
        <source>The agent wrote a line of more than %1 bytes, which no agent of this program does.</source>
        <translation>代理程序写出了超过 %1 字节的一行，本程序的代理程序不会这样。</translation>
    </message>
    <message>
        <source>The agent %1 could not be started: %2.</source>
        <translation>无法启动代理程序 %1：%2。</translation>
    </message>
    <message>
        <source>halfopen-agent was not found; it belongs beside this program or in ../libexec/halfopen.</source>
        <translation>找不到 halfopen-agent；它应当在本程序旁边，或在 ../libexec/halfopen 里。</translation>
    </message>
    <message>
        <source>The agent %1 does not exist.</source>
        <translation>代理程序 %1 不存在。</translation>
    </message>
    <message>
        <source>The agent ended in the middle of a line.</source>
        <translation>代理程序在一行的中间结束了。</translation>
    </message>
</context>
<context>
    <name>halfopen::AxisEditor</name>
    <message>
        <source>%1: which number</source>
        <comment>an axis</comment>
        <translation>%1：哪个数</translation>
    </message>
    <message>
        <source>%1: how far apart its values are</source>
        <comment>an axis</comment>
        <translation>%1：取值的间隔</translation>
    </message>
    <message>
        <source>evenly</source>
        <comment>values of an axis</comment>
        <translation>等间隔</translation>
    </message>
    <message>
        <source>logarithmic</source>
        <comment>values of an axis</comment>
        <translation>对数间隔</translation>
    </message>
    <message>
        <source>a list</source>
        <comment>values of an axis</comment>
        <translation>列表</translation>
    </message>
    <message>
        <source>%1: the least value</source>
        <comment>an axis</comment>
        <translation>%1：最小值</translation>
    </message>
    <message>
        <source>%1: the largest value</source>
        <comment>an axis</comment>
        <translation>%1：最大值</translation>
    </message>
    <message>
        <source>%1: how many values</source>
        <comment>an axis</comment>
        <translation>%1：取几个值</translation>
    </message>
    <message>
        <source>How many values; whole numbers that round to the same count once</source>
        <translation>取几个值；取整后相同的只算一个</translation>
    </message>
    <message>
        <source> values</source>
        <comment>behind a number</comment>
        <translation> 个值</translation>
    </message>
    <message>
        <source>%1: the list of its values</source>
        <comment>an axis</comment>
        <translation>%1：取值列表</translation>
    </message>
    <message>
        <source>A list or a range: 5,10,30 · 1..10 · 10..100+10 · 1..1024x2 · 1..7200/log25</source>
        <translation>列表或范围：5,10,30 · 1..10 · 10..100+10 · 1..1024x2 · 1..7200/log25</translation>
    </message>
    <message>
        <source>none</source>
        <comment>no third axis</comment>
        <translation>无</translation>
    </message>
    <message>
        <source>Choose the number that this axis is to have.</source>
        <translation>选择这条轴上的数。</translation>
    </message>
    <message>
        <source>B</source>
        <comment>bytes, short</comment>
        <translation>B</translation>
    </message>
</context>
<context>
    <name>halfopen::Banner</name>
    <message>
        <source>Close the message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>halfopen::CallWords</name>
    <message>
        <source>no answer</source>
        <comment>a heartbeat&apos;s verdict on its peer</comment>
        <translation>无应答</translation>
    </message>
    <message>
        <source>orphan gone</source>
        <comment>the kernel has given up a socket that its program had closed</comment>
        <translation>孤儿套接字已消失</translation>
    </message>
    <message>
        <source>disconnected</source>
        <comment>what a QTcpSocket told</comment>
        <translation>已断开</translation>
    </message>
    <message>
        <source>error</source>
        <comment>what a QTcpSocket told</comment>
        <translation>出错</translation>
    </message>
    <message>
        <source>heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>%1 = 0</source>
        <comment>call: the peer has closed</comment>
        <translation>%1 = 0</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what told of the end, what it said</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>halfopen::ColumnChooser</name>
    <message>
        <source>As many as &amp;fit</source>
        <translation>能放下多少列就显示多少(&amp;F)</translation>
    </message>
    <message>
        <source>Halfopen</source>
        <translation>Halfopen</translation>
    </message>
</context>
<context>
    <name>halfopen::CopyMenu</name>
    <message>
        <source>Copy the e&amp;xperiment as</source>
        <translation>实验复制为(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;JSON, the experiment file</source>
        <translation>&amp;JSON，实验文件</translation>
    </message>
    <message>
        <source>What the file holds: to mail it, or to paste it into another window</source>
        <translation>文件的内容：可以寄出，也可以粘贴到另一个窗口</translation>
    </message>
    <message>
        <source>&amp;Command line</source>
        <translation>命令行(&amp;C)</translation>
    </message>
    <message>
        <source>A halfopen-cli command with the experiment in it: paste it into a terminal and it runs</source>
        <translation>带着实验的一条 halfopen-cli 命令：粘贴到终端就能运行</translation>
    </message>
    <message>
        <source>setsockopt calls in %1</source>
        <translation>%1 的 setsockopt 调用</translation>
    </message>
    <message>
        <source>The options of the selected end, for your own program</source>
        <translation>所选一端的选项，用于你自己的程序</translation>
    </message>
    <message>
        <source>&amp;Paste an experiment</source>
        <translation>粘贴实验(&amp;P)</translation>
    </message>
    <message>
        <source>The experiment is in the clipboard as JSON.</source>
        <translation>实验已作为 JSON 放入剪贴板。</translation>
    </message>
    <message>
        <source>The command is in the clipboard: paste it into a terminal.</source>
        <translation>命令已放入剪贴板：请粘贴到终端。</translation>
    </message>
    <message>
        <source>The client&apos;s options are in the clipboard as %1.</source>
        <comment>name of a programming language</comment>
        <translation>客户端的选项已作为 %1 放入剪贴板。</translation>
    </message>
    <message>
        <source>The server&apos;s options are in the clipboard as %1.</source>
        <comment>name of a programming language</comment>
        <translation>服务器的选项已作为 %1 放入剪贴板。</translation>
    </message>
    <message>
        <source>The clipboard holds no experiment: %1</source>
        <translation>剪贴板里没有实验：%1</translation>
    </message>
</context>
<context>
    <name>halfopen::DistributionChart</name>
    <message>
        <source>Distribution: share of ends whose call has failed, over seconds after the fault</source>
        <translation>分布：调用已失败的端所占的比例，横轴为故障后的秒数</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>label of a curve: its median and spread</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%1: after %2 s, %3 of %n end(s) had failed.</source>
        <translation>
            <numerusform>%1：%2 s 之后，%n 端中有 %3 端失败。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::DockTitle</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Float or dock</source>
        <translation>浮动或停靠</translation>
    </message>
    <message>
        <source>Close (bring it back from the View menu)</source>
        <translation>关闭（可从“视图”菜单再打开）</translation>
    </message>
</context>
<context>
    <name>halfopen::EndpointEditor</name>
    <message>
        <source>What the %1 does</source>
        <translation>%1做什么</translation>
    </message>
    <message>
        <source>Its program</source>
        <translation>它的程序</translation>
    </message>
    <message>
        <source>%1 SO_KEEPALIVE</source>
        <translation>%1 SO_KEEPALIVE</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>Silence before the first probe</source>
        <translation>第一个探测之前的静默</translation>
    </message>
    <message>
        <source>Interval</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>Between two unanswered probes</source>
        <translation>两个没有回应的探测之间</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Unanswered probes that end the connection</source>
        <translation>多少个没有回应的探测结束连接</translation>
    </message>
    <message>
        <source>User timeout</source>
        <translation>用户超时</translation>
    </message>
    <message>
        <source>How long data may stay unacknowledged; with keepalive it replaces the count</source>
        <translation>数据可以保持未确认多久；与保活一起用时代替次数</translation>
    </message>
    <message>
        <source>Bytes a call</source>
        <translation>每次调用的字节</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>What one send() hands over</source>
        <translation>一次 send() 交出多少</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>停顿</translation>
    </message>
    <message>
        <source>Between two calls of send(); off: as fast as it goes</source>
        <translation>两次 send() 调用之间；关：能多快就多快</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Receive timeout</source>
        <translation>接收超时</translation>
    </message>
    <message>
        <source>The call gives up; it says nothing about the peer</source>
        <translation>调用放弃；这说明不了对端的任何情况</translation>
    </message>
    <message>
        <source>Send timeout</source>
        <translation>发送超时</translation>
    </message>
    <message>
        <source>Send buffer</source>
        <translation>发送缓冲区</translation>
    </message>
    <message>
        <source>Receive buffer</source>
        <translation>接收缓冲区</translation>
    </message>
    <message>
        <source>More of the %1</source>
        <translation>%1的更多选项</translation>
    </message>
    <message>
        <source>user timeout %1</source>
        <translation>用户超时 %1</translation>
    </message>
    <message>
        <source>options off</source>
        <translation>选项关闭</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Change what the %1 does</source>
        <translation>更改%1做什么</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>关闭 %1</translation>
    </message>
    <message>
        <source>%1
%2 … %3 %4</source>
        <comment>tip, minimum, maximum, unit</comment>
        <translation>%1
%2 … %3 %4</translation>
    </message>
    <message>
        <source>at %1: %2</source>
        <comment>a time, options that are set then</comment>
        <translation>%1 时：%2</translation>
    </message>
    <message>
        <source>SYN retries</source>
        <translation>SYN 重试</translation>
    </message>
    <message>
        <source>How often connect() repeats its SYN</source>
        <translation>connect() 重发 SYN 的次数</translation>
    </message>
    <message>
        <source>Linger</source>
        <translation>延迟关闭</translation>
    </message>
    <message>
        <source>How long close() waits for what is unsent; 0: it sends a RST; −1: not set</source>
        <translation>close() 为未发送的数据等待多久；0：发送 RST；−1：不设置</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>Client or Server, a socket option</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Heartbeat</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>From one question to the next</source>
        <translation>两次询问之间的间隔</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Silence of the peer after which the program gives up</source>
        <translation>对端静默多久后程序放弃</translation>
    </message>
    <message>
        <source>%1: options that change while the connection lives</source>
        <translation>%1：连接存续期间改变的选项</translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <comment>options that the script changes while the connection lives</comment>
        <translation>
            <numerusform>%n 处更改</numerusform>
        </translation>
    </message>
    <message>
        <source>automatic</source>
        <comment>the kernel finds the size of a buffer itself</comment>
        <translation>自动</translation>
    </message>
    <message>
        <source>The kernel doubles it; automatic: it lets the buffer grow by itself, up to the last number of tcp_wmem</source>
        <translation>内核会把它加倍；自动：内核让缓冲区自己增长，最大到 tcp_wmem 的最后一个数</translation>
    </message>
    <message>
        <source>The kernel doubles it; automatic: it lets the buffer grow by itself, up to the last number of tcp_rmem</source>
        <translation>内核会把它加倍；自动：内核让缓冲区自己增长，最大到 tcp_rmem 的最后一个数</translation>
    </message>
    <message>
        <source>Between two retransmissions; Linux 6.15 and later</source>
        <translation>两次重传之间；Linux 6.15 及以后</translation>
    </message>
    <message>
        <source>Max. RTO</source>
        <translation>最大 RTO</translation>
    </message>
    <message>
        <source>keepalive %1</source>
        <comment>idle/interval/count</comment>
        <translation>保活 %1</translation>
    </message>
    <message>
        <source>When the message is sent, counted from the first fault. Where that is a NAT which forgets, it begins then: it forgets only after its idle time without a packet, so send later than that.</source>
        <translation>消息何时发出，从首个故障算起。如果故障是会遗忘的 NAT，规则从那时才生效：要空闲够它的时限才会遗忘，所以请在那之后再发。</translation>
    </message>
</context>
<context>
    <name>halfopen::EventText</name>
    <message>
        <source>“%1”, %2</source>
        <comment>a pair&apos;s name, client or server</comment>
        <translation>“%1”，%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an end, what was told of it</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>the hosts&apos; sysctls were read back</source>
        <translation>读回了两台主机的 sysctl</translation>
    </message>
    <message>
        <source>has a socket</source>
        <translation>有了套接字</translation>
    </message>
    <message>
        <source>armed</source>
        <translation>已就绪</translation>
    </message>
    <message>
        <source>%1 begins</source>
        <comment>a call</comment>
        <translation>%1 开始</translation>
    </message>
    <message>
        <source>%1 returns %2</source>
        <comment>a call, a number</comment>
        <translation>%1 返回 %2</translation>
    </message>
    <message>
        <source>%1 returned %2 times</source>
        <comment>a call, a number</comment>
        <translation>%1 返回了 %2 次</translation>
    </message>
    <message>
        <source>%1: a row that is no pair&apos;s</source>
        <comment>client or server</comment>
        <translation>%1：不属于任何连接对的一行</translation>
    </message>
    <message>
        <source>row of the socket table: %1</source>
        <comment>state, timer</comment>
        <translation>套接字表的一行：%1</translation>
    </message>
    <message>
        <source>TCP_INFO was read</source>
        <translation>读取了 TCP_INFO</translation>
    </message>
    <message>
        <source>sends %1</source>
        <comment>kind of packet</comment>
        <translation>发送 %1</translation>
    </message>
    <message>
        <source>packets sent: %1</source>
        <translation>发送的数据包：%1</translation>
    </message>
    <message>
        <source>%1: the kernel&apos;s counters were read</source>
        <comment>client or server</comment>
        <translation>%1：读取了内核计数器</translation>
    </message>
    <message>
        <source>nothing to be seen</source>
        <translation>没有可看的变化</translation>
    </message>
</context>
<context>
    <name>halfopen::ExperimentDraft</name>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
</context>
<context>
    <name>halfopen::ExperimentFiles</name>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Experiments (*.halfopen.json)</source>
        <translation>实验 (*.halfopen.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>未保存的更改</translation>
    </message>
    <message>
        <source>The experiment differs from its file %1. Save it before the window closes?</source>
        <translation>实验与它的文件 %1 不一致。关闭窗口之前要保存吗？</translation>
    </message>
    <message numerus="yes">
        <source>%n files were dropped; drop one experiment at a time.</source>
        <translation>
            <numerusform>拖入了 %n 个文件；请一次拖入一个实验。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not a file of this machine. Download it first, then drop the file.</source>
        <translation>%1 不是这台机器上的文件。请先下载，再拖入。</translation>
    </message>
    <message>
        <source>%1 is a folder. Drop an experiment file, *.halfopen.json.</source>
        <translation>%1 是文件夹。请拖入实验文件 *.halfopen.json。</translation>
    </message>
    <message>
        <source>%1 is a table of outcomes, which a spreadsheet opens. Here experiments are opened, *.halfopen.json; earlier runs are in the History.</source>
        <translation>%1 是结果表，请用电子表格打开。这里打开的是实验文件 *.halfopen.json；以前的运行在“历史”里。</translation>
    </message>
    <message>
        <source>%1 is no experiment: those are files that end in .halfopen.json.</source>
        <translation>%1 不是实验：实验文件的名字以 .halfopen.json 结尾。</translation>
    </message>
    <message>
        <source>These experiments differ from their files: %1. Save them before the window closes?</source>
        <comment>file names</comment>
        <translation>这些实验与它们的文件不一致：%1。关闭窗口之前要保存吗？</translation>
    </message>
    <message>
        <source>Export the experiment</source>
        <translation>导出实验</translation>
    </message>
</context>
<context>
    <name>halfopen::ExperimentPanel</name>
    <message>
        <source>%1 at %2</source>
        <translation>%1，于 %2</translation>
    </message>
    <message>
        <source>none: nothing happens to the peer</source>
        <translation>无：对端什么事也没有</translation>
    </message>
    <message>
        <source>tcp_retries2 %1, time limit %2</source>
        <translation>tcp_retries2 %1，时间上限 %2</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Options of the pair</source>
        <translation>连接对的选项</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Kernel and place</source>
        <translation>内核与场所</translation>
    </message>
</context>
<context>
    <name>halfopen::FaultLine</name>
    <message>
        <source>%1: %2</source>
        <comment>place of the fault, what to do</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The run has its script already; this is for the next one.</source>
        <translation>这次运行已有自己的脚本；这是给下一次的。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>state of a fault, why it cannot be made</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1: its values</source>
        <comment>place of the fault and what to do</comment>
        <translation>%1：参数</translation>
    </message>
    <message>
        <source>Hide its values</source>
        <translation>收起参数</translation>
    </message>
    <message>
        <source>Show its values</source>
        <translation>显示参数</translation>
    </message>
    <message>
        <source>until healed</source>
        <comment>how long a fault lasts</comment>
        <translation>直到恢复</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>%1: for how many seconds</source>
        <comment>place of the fault and what to do</comment>
        <translation>%1：持续多少秒</translation>
    </message>
    <message>
        <source>It heals by itself after this time; switched on again and again it makes the way flap</source>
        <translation>到时自行恢复；反复开启即可让通路时断时续</translation>
    </message>
    <message>
        <source>Change it now</source>
        <translation>立即更改</translation>
    </message>
    <message>
        <source>%1: change it now</source>
        <comment>place of the fault and what to do</comment>
        <translation>%1：立即更改</translation>
    </message>
    <message numerus="yes">
        <source>Puts one fault with these values in the place of the %n that are in force</source>
        <translation>
            <numerusform>以带这些值的一个故障取代生效中的 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>Puts a fault with these values in the place of the one in force, without a gap</source>
        <translation>以带这些值的故障取代生效中的那个，其间没有空隙</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>%1: keep its values</source>
        <comment>place of the fault and what to do</comment>
        <translation>%1：保留其值</translation>
    </message>
    <message>
        <source>Shows the values in force again</source>
        <translation>重新显示生效中的值</translation>
    </message>
    <message>
        <source>In the script, for the next run:</source>
        <translation>脚本里（下一次运行用）：</translation>
    </message>
    <message>
        <source>lasts</source>
        <comment>how long a fault lasts</comment>
        <translation>持续</translation>
    </message>
    <message>
        <source>In force now:</source>
        <translation>现在生效：</translation>
    </message>
    <message>
        <source>To be made now:</source>
        <translation>现在可制造：</translation>
    </message>
</context>
<context>
    <name>halfopen::FaultPanel</name>
    <message>
        <source>Faults by place</source>
        <translation>按位置列出的故障</translation>
    </message>
    <message>
        <source>Change a fault</source>
        <translation>修改故障</translation>
    </message>
    <message>
        <source>Remove a fault</source>
        <translation>删除故障</translation>
    </message>
    <message>
        <source>Add a fault</source>
        <translation>添加故障</translation>
    </message>
    <message numerus="yes">
        <source>%1 – %n more</source>
        <comment>place; faults that are folded away</comment>
        <translation>
            <numerusform>%1 – 还有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Faults: %1</source>
        <comment>place</comment>
        <translation>故障：%1</translation>
    </message>
    <message>
        <source>Show all faults here</source>
        <translation>显示此处的全部故障</translation>
    </message>
    <message>
        <source>Show only the usual faults here</source>
        <translation>只显示此处的常用故障</translation>
    </message>
    <message>
        <source>back in %1</source>
        <comment>a rebooting host, time</comment>
        <translation>%1 后恢复</translation>
    </message>
</context>
<context>
    <name>halfopen::FaultStateText</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>scripted at %1</source>
        <comment>time</comment>
        <translation>计划于 %1</translation>
    </message>
    <message>
        <source>in force since %1</source>
        <comment>time</comment>
        <translation>自 %1 起生效</translation>
    </message>
    <message>
        <source>healed at %1</source>
        <comment>time</comment>
        <translation>于 %1 恢复</translation>
    </message>
    <message>
        <source>idle</source>
        <comment>state of a fault</comment>
        <translation>空闲</translation>
    </message>
    <message>
        <source>The hosts are being built: wait until the pairs are connected.</source>
        <translation>正在建立主机：请等连接对连上。</translation>
    </message>
    <message>
        <source>This run is over: run again.</source>
        <translation>这次运行已经结束：请再运行一次。</translation>
    </message>
    <message>
        <source>A killed program stays dead: run again to have it back.</source>
        <translation>被杀死的程序不会复活：再运行一次才会有。</translation>
    </message>
    <message>
        <source>done at %1</source>
        <comment>time</comment>
        <translation>完成于 %1</translation>
    </message>
    <message>
        <source>A host that reboots comes back when it was to; that cannot be changed any more.</source>
        <translation>重启中的主机会在预定的时间恢复；这已无法更改。</translation>
    </message>
    <message>
        <source>This host is off or reboots already.</source>
        <translation>此主机已断电或正在重启。</translation>
    </message>
    <message>
        <source>This host has no power now.</source>
        <translation>此主机现在没有电。</translation>
    </message>
</context>
<context>
    <name>halfopen::FaultText</name>
    <message>
        <source>Loopback has no cable: choose another place than loopback for hosts of their own.</source>
        <translation>回环没有网线：请选择回环以外的场所，才会有各自的主机。</translation>
    </message>
    <message>
        <source>This needs hosts of their own, which this machine does not offer. %1</source>
        <comment>the reason and what would help</comment>
        <translation>这需要各自的主机，而这台机器不提供。%1</translation>
    </message>
    <message>
        <source>Client</source>
        <comment>place of a fault</comment>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Client&apos;s cable</source>
        <comment>place of a fault</comment>
        <translation>客户端的网线</translation>
    </message>
    <message>
        <source>Loopback</source>
        <comment>place of a fault</comment>
        <translation>回环</translation>
    </message>
    <message>
        <source>Router</source>
        <comment>place of a fault</comment>
        <translation>路由器</translation>
    </message>
    <message>
        <source>Server&apos;s cable</source>
        <comment>place of a fault</comment>
        <translation>服务器的网线</translation>
    </message>
    <message>
        <source>Server</source>
        <comment>place of a fault</comment>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Kill the program (SIGKILL)</source>
        <translation>杀死程序（SIGKILL）</translation>
    </message>
    <message>
        <source>Freeze the program (SIGSTOP)</source>
        <translation>冻结程序（SIGSTOP）</translation>
    </message>
    <message>
        <source>Pull the cable out</source>
        <translation>拔掉网线</translation>
    </message>
    <message>
        <source>Make the sockets deaf</source>
        <translation>让套接字收不到数据</translation>
    </message>
    <message>
        <source>Drop all packets</source>
        <translation>丢弃所有数据包</translation>
    </message>
    <message>
        <source>Let the program go on (SIGCONT)</source>
        <translation>让程序继续（SIGCONT）</translation>
    </message>
    <message>
        <source>Plug the cable in</source>
        <translation>接回网线</translation>
    </message>
    <message>
        <source>Let all packets pass again</source>
        <translation>让所有数据包通过</translation>
    </message>
    <message>
        <source>The program dies at once. Its kernel lives on, closes the socket and tells the peer with a FIN, or with a RST where data was left unread.</source>
        <translation>程序立刻死去。它的内核还活着，会关闭套接字，并用 FIN 告诉对端；若还有数据没读，则用 RST。</translation>
    </message>
    <message>
        <source>The program stops and reads nothing more. Its kernel goes on answering probes, so the peer&apos;s keepalive is content.</source>
        <translation>程序停住，不再读任何东西。它的内核仍然回应探测，所以对端的保活觉得一切正常。</translation>
    </message>
    <message>
        <source>The sockets ask for packets that have passed no hop (IP_MINTTL) and so hear nothing any more. Nobody is told.</source>
        <translation>套接字只收没有经过任何一跳的数据包（IP_MINTTL），于是什么也收不到。没有谁会被告知。</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>to the server</source>
        <translation>往服务器</translation>
    </message>
    <message>
        <source>to the client</source>
        <translation>往客户端</translation>
    </message>
    <message>
        <source>Kill program</source>
        <comment>short</comment>
        <translation>杀死程序</translation>
    </message>
    <message>
        <source>Freeze program</source>
        <comment>short</comment>
        <translation>冻结程序</translation>
    </message>
    <message>
        <source>Pull out</source>
        <comment>a cable, short</comment>
        <translation>拔掉</translation>
    </message>
    <message>
        <source>Deafen sockets</source>
        <comment>short</comment>
        <translation>收不到</translation>
    </message>
    <message>
        <source>Drop packets</source>
        <comment>short</comment>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Forget idle connections (NAT)</source>
        <translation>遗忘空闲连接（NAT）</translation>
    </message>
    <message>
        <source>Set the interface down</source>
        <translation>关闭接口</translation>
    </message>
    <message>
        <source>Remove the route</source>
        <translation>删除路由</translation>
    </message>
    <message>
        <source>Remove the address</source>
        <translation>删除地址</translation>
    </message>
    <message>
        <source>Lose the neighbour (ARP)</source>
        <translation>丢失邻居（ARP）</translation>
    </message>
    <message>
        <source>Drop in the own queue</source>
        <translation>在自身队列中丢弃</translation>
    </message>
    <message>
        <source>Power the host off</source>
        <translation>关闭主机电源</translation>
    </message>
    <message>
        <source>Reboot the host</source>
        <translation>重启主机</translation>
    </message>
    <message>
        <source>Destroy the sockets (ss --kill)</source>
        <translation>销毁套接字（ss --kill）</translation>
    </message>
    <message>
        <source>Delay packets</source>
        <comment>short</comment>
        <translation>延迟数据包</translation>
    </message>
    <message>
        <source>Reset</source>
        <comment>short</comment>
        <translation>重置</translation>
    </message>
    <message>
        <source>Reject packets</source>
        <comment>short</comment>
        <translation>拒绝数据包</translation>
    </message>
    <message>
        <source>NAT forgets</source>
        <comment>short</comment>
        <translation>NAT 遗忘</translation>
    </message>
    <message>
        <source>Interface down</source>
        <comment>short</comment>
        <translation>接口关闭</translation>
    </message>
    <message>
        <source>Remove route</source>
        <comment>short</comment>
        <translation>删除路由</translation>
    </message>
    <message>
        <source>Remove address</source>
        <comment>short</comment>
        <translation>删除地址</translation>
    </message>
    <message>
        <source>Lose neighbour</source>
        <comment>short</comment>
        <translation>丢失邻居</translation>
    </message>
    <message>
        <source>Drop in queue</source>
        <comment>short</comment>
        <translation>队列丢弃</translation>
    </message>
    <message>
        <source>Power off</source>
        <comment>short</comment>
        <translation>断电</translation>
    </message>
    <message>
        <source>Reboot</source>
        <comment>short</comment>
        <translation>重启</translation>
    </message>
    <message>
        <source>Destroy sockets</source>
        <comment>short</comment>
        <translation>销毁套接字</translation>
    </message>
    <message>
        <source>Hand packets on at once again</source>
        <translation>恢复立即转发数据包</translation>
    </message>
    <message>
        <source>Remember connections again</source>
        <translation>重新记住连接</translation>
    </message>
    <message>
        <source>Set the interface up</source>
        <translation>打开接口</translation>
    </message>
    <message>
        <source>Put the route back</source>
        <translation>恢复路由</translation>
    </message>
    <message>
        <source>Put the address back</source>
        <translation>恢复地址</translation>
    </message>
    <message>
        <source>Bring the neighbour back</source>
        <translation>恢复邻居</translation>
    </message>
    <message>
        <source>Let the queue send again</source>
        <translation>让队列重新发送</translation>
    </message>
    <message>
        <source>The interface is switched off, and its routes go with it. No program is told: a blocked recv() sleeps on.</source>
        <translation>接口被关闭，其路由随之消失。没有程序得到通知：阻塞的 recv() 继续睡眠。</translation>
    </message>
    <message>
        <source>The kernel has no way to the peer any more. Nothing leaves this host, and its kernel knows it.</source>
        <translation>内核不再有通往对端的路径。没有任何数据离开本机，内核也知道这一点。</translation>
    </message>
    <message>
        <source>The address that the connection uses is gone. Nothing leaves this host, and nothing that arrives is for it.</source>
        <translation>连接使用的地址已消失。没有任何数据离开本机，到达的数据也不再属于它。</translation>
    </message>
    <message>
        <source>The next hop no longer answers ARP. After three requests the kernel gives up, and data in flight learns EHOSTUNREACH.</source>
        <translation>下一跳不再应答 ARP。三次请求后内核放弃，在途数据得知 EHOSTUNREACH。</translation>
    </message>
    <message>
        <source>The host&apos;s own queue throws away what it sends. Its kernel is told of every loss, so its timers run differently from a loss on the way.</source>
        <translation>主机自身的队列丢弃它发送的数据。内核得知每次丢失，因此其定时器与途中丢失时不同。</translation>
    </message>
    <message>
        <source>The host is gone with all it knew. First the way is cut, so that not a word gets out.</source>
        <translation>主机连同它知道的一切都消失了。先切断线路，因此不会泄漏任何消息。</translation>
    </message>
    <message>
        <source>The host is gone and comes back with the same address and no memory: the first packet that reaches it is answered with a RST.</source>
        <translation>主机消失后以相同地址、毫无记忆地回来：到达它的第一个数据包会得到 RST。</translation>
    </message>
    <message>
        <source>The kernel aborts the sockets from outside the program, which gets ECONNABORTED. The peer gets a RST.</source>
        <translation>内核从程序外部中止套接字，程序得到 ECONNABORTED。对端得到 RST。</translation>
    </message>
    <message>
        <source>Delay packets</source>
        <translation>延迟数据包</translation>
    </message>
    <message>
        <source>Reject packets</source>
        <translation>拒绝数据包</translation>
    </message>
    <message>
        <source>all packets</source>
        <translation>所有数据包</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>bare ACKs</source>
        <translation>纯 ACK</translation>
    </message>
    <message>
        <source>keepalive probes</source>
        <translation>保活探测</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>不应答</translation>
    </message>
    <message>
        <source>ICMP host unreachable</source>
        <translation>ICMP 主机不可达</translation>
    </message>
    <message>
        <source>ICMP net unreachable</source>
        <translation>ICMP 网络不可达</translation>
    </message>
    <message>
        <source>ICMP port unreachable</source>
        <translation>ICMP 端口不可达</translation>
    </message>
    <message>
        <source>ICMP prohibited</source>
        <translation>ICMP 管理禁止</translation>
    </message>
    <message>
        <source>router</source>
        <translation>路由器</translation>
    </message>
    <message>
        <source>switch</source>
        <comment>between two hosts of one subnet</comment>
        <translation>交换机</translation>
    </message>
    <message>
        <source>loopback</source>
        <translation>回环</translation>
    </message>
    <message>
        <source>Switch</source>
        <comment>place of a fault: between two hosts of one subnet</comment>
        <translation>交换机</translation>
    </message>
    <message>
        <source>Reset the connections (RST from the %1)</source>
        <comment>router or switch</comment>
        <translation>重置连接（%1发出 RST）</translation>
    </message>
    <message>
        <source>This host loses its carrier. The %1 and the other host see nothing of it; packets are lost at the plug.</source>
        <comment>router or switch</comment>
        <translation>这台主机失去载波。%1和另一台主机对此毫无察觉；数据包丢在插头处。</translation>
    </message>
    <message>
        <source>The %1 hands every packet on later. Nothing is lost, but the round trip grows, and with it the RTO.</source>
        <comment>router or switch</comment>
        <translation>%1延后转发每个数据包。没有丢失，但往返时间变长，RTO 也随之增大。</translation>
    </message>
    <message>
        <source>The %1 injects a RST with the right sequence number into every connection, as a firewall or an attacker may. Both ends fail at once.</source>
        <comment>router or switch</comment>
        <translation>%1向每个连接注入序号正确的 RST，就像防火墙或攻击者可能做的那样。两端立即失败。</translation>
    </message>
    <message>
        <source>The %1 hands nothing on and answers each packet with a RST or an ICMP error. Keepalive ignores the ICMP; data in flight remembers it until its limit is reached.</source>
        <comment>router or switch</comment>
        <translation>%1不再转发，而以 RST 或 ICMP 错误应答每个数据包。保活忽略 ICMP；在途数据会记住它，直到达到限制。</translation>
    </message>
    <message>
        <source>The %1 forgets a connection that has been silent for the idle time, and then takes its packets silently or answers with a RST. Keepalive probes in time keep it alive.</source>
        <comment>router or switch</comment>
        <translation>%1遗忘静默超过空闲时间的连接，之后默默丢弃其数据包或以 RST 应答。及时的保活探测可使它存活。</translation>
    </message>
    <message>
        <source>The %1 takes the packets in and drops them. Nobody is told: both hosts keep their carrier.</source>
        <comment>router or switch</comment>
        <translation>%1收下数据包，然后丢弃。没有谁会被告知：两台主机都还有载波。</translation>
    </message>
</context>
<context>
    <name>halfopen::FaultTimes</name>
    <message>
        <source>at</source>
        <comment>when a fault comes</comment>
        <translation>时刻</translation>
    </message>
    <message>
        <source>for</source>
        <comment>how long a fault lasts</comment>
        <translation>持续</translation>
    </message>
    <message>
        <source>%1: seconds after the start</source>
        <translation>%1：开始后的秒数</translation>
    </message>
    <message>
        <source>Counted from the moment when all pairs are armed</source>
        <translation>从所有连接对就绪的时刻算起</translation>
    </message>
    <message>
        <source>%1: how many seconds it lasts</source>
        <translation>%1：持续多少秒</translation>
    </message>
    <message>
        <source>How long it lasts before it heals by itself</source>
        <translation>自行恢复之前持续多久</translation>
    </message>
    <message>
        <source>ever</source>
        <comment>how long a fault lasts: for ever</comment>
        <translation>一直</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Make it once more, later</source>
        <translation>稍后再来一次</translation>
    </message>
    <message>
        <source>Take this one out of the script</source>
        <translation>把这一个从脚本中删除</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whose, what</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>halfopen::FaultValues</name>
    <message>
        <source>%1: direction</source>
        <translation>%1：方向</translation>
    </message>
    <message>
        <source>%1: which packets</source>
        <translation>%1：哪些数据包</translation>
    </message>
    <message>
        <source>%1: share in percent</source>
        <translation>%1：百分比</translation>
    </message>
    <message>
        <source>How many of these packets are dropped, by chance</source>
        <translation>随机丢弃其中多少数据包</translation>
    </message>
    <message>
        <source>%1: only the n-th packet</source>
        <translation>%1：只丢第 n 个数据包</translation>
    </message>
    <message>
        <source>Only the n-th of these packets of each pair and direction is dropped</source>
        <translation>每个连接对、每个方向上只丢弃其中的第 n 个数据包</translation>
    </message>
    <message>
        <source>%1: milliseconds</source>
        <translation>%1：毫秒</translation>
    </message>
    <message>
        <source>How much later each packet is handed on</source>
        <translation>每个数据包推迟多久转发</translation>
    </message>
    <message>
        <source>%1: idle seconds</source>
        <translation>%1：空闲秒数</translation>
    </message>
    <message>
        <source>How long a connection may be silent before it is forgotten</source>
        <translation>连接静默多久之后被遗忘</translation>
    </message>
    <message>
        <source>%1: back after how many seconds</source>
        <translation>%1：多少秒后恢复</translation>
    </message>
    <message>
        <source>From the fault to the first answer of the host that is back</source>
        <translation>从故障发生到恢复后的主机首次应答</translation>
    </message>
    <message>
        <source> %</source>
        <comment>percent, behind a number</comment>
        <translation> %</translation>
    </message>
    <message>
        <source>each</source>
        <comment>of the chosen packets</comment>
        <translation>每个</translation>
    </message>
    <message>
        <source>no. </source>
        <comment>only the n-th packet, before its number</comment>
        <translation>第 </translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>idle for</source>
        <comment>how long a connection is silent</comment>
        <translation>空闲</translation>
    </message>
    <message>
        <source>back after</source>
        <comment>when a rebooted host is back</comment>
        <translation>恢复时间</translation>
    </message>
    <message>
        <source>%1: the answer</source>
        <translation>%1：应答</translation>
    </message>
</context>
<context>
    <name>halfopen::FigureExporter</name>
    <message>
        <source>&amp;White ground, light colours</source>
        <translation>白底，浅色配色(&amp;W)</translation>
    </message>
    <message>
        <source>For paper and slides, also while the window is dark</source>
        <translation>用于论文和幻灯片，即使窗口是深色的</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the &amp;numbers</source>
        <translation>复制数字(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;PNG…</source>
        <comment>file format</comment>
        <translation>&amp;PNG…</translation>
    </message>
    <message>
        <source>&amp;SVG…</source>
        <comment>file format</comment>
        <translation>&amp;SVG…</translation>
    </message>
    <message>
        <source>P&amp;DF…</source>
        <comment>file format</comment>
        <translation>P&amp;DF…</translation>
    </message>
    <message>
        <source>CS&amp;V, the numbers…</source>
        <comment>file format</comment>
        <translation>CS&amp;V，数字…</translation>
    </message>
    <message>
        <source>Export &quot;%1&quot;</source>
        <translation>导出“%1”</translation>
    </message>
    <message>
        <source>Another run came into sight before all numbers of the last one were gathered, so they are not written. Show it again and export again.</source>
        <translation>在上一次运行的数据全部汇集之前，另一次运行已显示出来，因此没有写入。请重新显示那次运行，再次导出。</translation>
    </message>
</context>
<context>
    <name>halfopen::FigureText</name>
    <message>
        <source>Measured − predicted</source>
        <translation>实测 − 预测</translation>
    </message>
    <message>
        <source>Time until the call failed</source>
        <translation>到调用失败为止的时间</translation>
    </message>
    <message>
        <source>How the times spread</source>
        <translation>时间如何分布</translation>
    </message>
    <message>
        <source>Runs laid over each other, aligned at the fault</source>
        <translation>多次运行叠放，按故障对齐</translation>
    </message>
    <message>
        <source>Milliseconds; the band is what the rules of the kernel allow.</source>
        <translation>毫秒；色带是内核规则允许的范围。</translation>
    </message>
    <message>
        <source>Seconds after the fault; bar = measured, green bracket = predicted.</source>
        <translation>故障后的秒数；条 = 实测，绿色括号 = 预测。</translation>
    </message>
    <message>
        <source>Share of ends whose call has failed, over seconds after the fault; green = predicted.</source>
        <translation>调用已失败的端所占的比例，横轴为故障后的秒数；绿色 = 预测。</translation>
    </message>
    <message>
        <source>Seconds after the fault; bar = the call waits, green = predicted end.</source>
        <translation>故障后的秒数；条 = 调用在等待，绿色 = 预测的结束。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more run(s)</source>
        <translation>
            <numerusform>以及另外 %n 次运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n row(s) are drawn; the exported numbers have all of them.</source>
        <translation>
            <numerusform>画出了 %n 行中的前 %1 行；导出的数字包括全部。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n curve(s) are drawn; the exported numbers have all of them.</source>
        <translation>
            <numerusform>画出了 %n 条曲线中的前 %1 条；导出的数字包括全部。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n end(s) are drawn; the exported numbers have all of them.</source>
        <translation>
            <numerusform>画出了 %n 端中的前 %1 端；导出的数字包括全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings, in the order of the runs: %1</source>
        <comment>what differs</comment>
        <translation>设置（按运行的顺序）：%1</translation>
    </message>
</context>
<context>
    <name>halfopen::GlossaryDialog</name>
    <message>
        <source>Glossary</source>
        <translation>术语表</translation>
    </message>
    <message>
        <source>Search terms and explanations</source>
        <translation>搜索术语和解释</translation>
    </message>
    <message>
        <source>Search in the glossary</source>
        <translation>在术语表中搜索</translation>
    </message>
    <message>
        <source>Chapter of the glossary</source>
        <translation>术语表的章节</translation>
    </message>
    <message>
        <source>No term and no explanation has these words.</source>
        <translation>没有哪个术语或解释含有这些词。</translation>
    </message>
    <message>
        <source>All chapters</source>
        <translation>全部章节</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>term, explanation, source</comment>
        <translation>%1：%2（%3）</translation>
    </message>
</context>
<context>
    <name>halfopen::GlossaryModel</name>
    <message>
        <source>Term</source>
        <translation>术语</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
</context>
<context>
    <name>halfopen::GuessComparison</name>
    <message>
        <source>%1 too early</source>
        <comment>time</comment>
        <translation>早了 %1</translation>
    </message>
    <message>
        <source>%1 too late</source>
        <comment>time</comment>
        <translation>晚了 %1</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>name, time, difference</comment>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>never</source>
        <comment>time</comment>
        <translation>永不</translation>
    </message>
    <message>
        <source>right</source>
        <translation>对</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>不对</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>你的猜测</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Guess, prediction and measurement</source>
        <translation>猜测、预测和实测</translation>
    </message>
    <message>
        <source>the run ended too early</source>
        <translation>运行结束得太早</translation>
    </message>
</context>
<context>
    <name>halfopen::GuessRow</name>
    <message>
        <source>Your guess in seconds after the fault</source>
        <translation>你的猜测，故障后的秒数</translation>
    </message>
    <message>
        <source>your guess</source>
        <translation>你的猜测</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Type it, or drag the flag on the time line</source>
        <translation>直接输入，或拖动时间线上的旗子</translation>
    </message>
    <message>
        <source>after the fault, or</source>
        <translation>（故障后），或</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>My guess is: never</source>
        <translation>我猜：永不</translation>
    </message>
    <message>
        <source>This is my guess</source>
        <translation>就猜这个</translation>
    </message>
    <message>
        <source>Then the prediction is shown, and you can run the lesson&apos;s experiment</source>
        <translation>之后会显示预测，你也就可以运行本课的实验</translation>
    </message>
    <message>
        <source>Just show it</source>
        <translation>直接显示</translation>
    </message>
    <message>
        <source>Show the prediction without a guess</source>
        <translation>不猜，直接显示预测</translation>
    </message>
</context>
<context>
    <name>halfopen::HeadlessRun</name>
    <message>
        <source>Running &quot;%1&quot; without a display.</source>
        <translation>不显示窗口，运行“%1”。</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>连接对</translation>
    </message>
    <message>
        <source>end</source>
        <translation>端</translation>
    </message>
    <message>
        <source>does</source>
        <translation>做什么</translation>
    </message>
    <message>
        <source>call returned</source>
        <translation>调用返回</translation>
    </message>
    <message>
        <source>after</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; choose another with --out.</source>
        <translation>无法建立文件夹 %1；请用 --out 另选一个。</translation>
    </message>
    <message>
        <source>Written: %1-outcomes.csv</source>
        <translation>已写入：%1-outcomes.csv</translation>
    </message>
    <message>
        <source>         %1-timeline.png</source>
        <translation>         %1-timeline.png</translation>
    </message>
    <message>
        <source>         %1-results.png</source>
        <translation>         %1-results.png</translation>
    </message>
    <message>
        <source>The picture %1 could not be drawn.</source>
        <translation>图片 %1 无法画出。</translation>
    </message>
    <message>
        <source>Predicted for the %1 of “%2”: %3. %4</source>
        <comment>client or server, name of a pair, time, why</comment>
        <translation>对“%2”的%1的预测：%3。%4</translation>
    </message>
</context>
<context>
    <name>halfopen::HeatView</name>
    <message>
        <source>Heat map of the sweep</source>
        <translation>扫描的热图</translation>
    </message>
    <message>
        <source>Make this cell the experiment</source>
        <translation>以此格为实验</translation>
    </message>
    <message>
        <source>Mark this cell</source>
        <translation>标记此格</translation>
    </message>
    <message>
        <source>The cells are being worked out…</source>
        <translation>正在计算各格……</translation>
    </message>
</context>
<context>
    <name>halfopen::HistoryCsv</name>
    <message>
        <source>Nothing has ended yet in what is selected, so there is no outcome to write. Export it when the run is over.</source>
        <translation>所选的运行里还没有哪一端结束，所以没有结果可写。请等运行结束后再导出。</translation>
    </message>
</context>
<context>
    <name>halfopen::HistoryModel</name>
    <message>
        <source>running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>unfinished</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>%1
%2
version %3, %L4 bytes</source>
        <translation>%1
%2
版本 %3，%L4 字节</translation>
    </message>
    <message>
        <source>started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>as predicted</source>
        <translation>与预测一致</translation>
    </message>
    <message>
        <source>not as predicted</source>
        <translation>与预测不符</translation>
    </message>
    <message>
        <source>⚑ flagged</source>
        <translation>⚑ 有标记</translation>
    </message>
    <message>
        <source>nobody looked</source>
        <translation>没有人看</translation>
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
        <source>place</source>
        <translation>场所</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>连接对数</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>⚑ Flagged: the machine was busy, or packets were lost that no fault took. Open the run and read Why: it says whether its numbers may be used.</source>
        <translation>⚑ 有标记：机器太忙，或有数据包丢失而不是故障造成的。打开这次运行并查看“为什么”：那里写着数值是否可用。</translation>
    </message>
    <message>
        <source>Changed since the run before: %1</source>
        <comment>settings with both values</comment>
        <translation>与上一次运行相比的改动：%1</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>settings, since the run before</comment>
        <translation>改动</translation>
    </message>
    <message>
        <source>still waiting</source>
        <comment>when the run ended, before the predicted time was over</comment>
        <translation>仍在等待</translation>
    </message>
</context>
<context>
    <name>halfopen::HistoryPanel</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Stored runs</source>
        <translation>保存的运行</translation>
    </message>
    <message>
        <source>Delete the run of %1 from the history? It cannot be brought back.</source>
        <translation>要从历史中删除 %1 的运行吗？删除后无法找回。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Find runs</source>
        <translation>查找运行</translation>
    </message>
    <message>
        <source>Find by title, outcome, place, day…</source>
        <translation>按标题、结果、场所、日期查找…</translation>
    </message>
    <message>
        <source>Open the selected run as it was</source>
        <translation>按原样打开所选的运行</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Lay the selected runs over each other (several with Ctrl or Shift)</source>
        <translation>把所选的运行叠放在一起（按 Ctrl 或 Shift 可选多个）</translation>
    </message>
    <message>
        <source>Add to the comparison</source>
        <translation>加入比较</translation>
    </message>
    <message>
        <source>Lay the selected runs over those that are compared already</source>
        <translation>把所选的运行叠放到正在比较的运行上</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>导出 CSV…</translation>
    </message>
    <message>
        <source>Write the outcomes of the selected runs to one file</source>
        <translation>把所选运行的结果写入一个文件</translation>
    </message>
    <message>
        <source>Show its lesson</source>
        <translation>显示它的课程</translation>
    </message>
    <message>
        <source>Open the lesson that this run belongs to</source>
        <translation>打开这次运行所属的课程</translation>
    </message>
    <message>
        <source>Delete the selected runs</source>
        <translation>删除所选的运行</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n run(s) from the history? They cannot be brought back.</source>
        <translation>
            <numerusform>要从历史中删除 %n 次运行吗？删除后无法找回。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete from the history</source>
        <translation>从历史中删除</translation>
    </message>
    <message>
        <source>Every run is kept here as it goes on: run an experiment, and it can be opened, compared and exported later.</source>
        <translation>每次运行都边进行边保存在这里：运行一次实验，以后就可以打开、比较和导出。</translation>
    </message>
    <message>
        <source>No run of the history contains &quot;%1&quot;.</source>
        <translation>历史中没有哪次运行含有“%1”。</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>Play the selected run again from its start</source>
        <translation>从头重放所选的运行</translation>
    </message>
    <message numerus="yes">
        <source>None of the newest %n run(s) contains &quot;%1&quot;. Older ones have not been read.</source>
        <translation>
            <numerusform>最新的 %n 次运行中没有包含“%1”的。更早的还没有读取。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %n older run(s) too</source>
        <translation>
            <numerusform>也显示更早的 %n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>A run that is still going on cannot be deleted: stop it first</source>
        <translation>仍在进行的运行不能删除：请先停止它</translation>
    </message>
</context>
<context>
    <name>halfopen::KeyboardPage</name>
    <message>
        <source>%1: </source>
        <comment>a menu inside a menu, before its entries</comment>
        <translation>%1：</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何地方</translation>
    </message>
    <message>
        <source>Alt and the underlined letter</source>
        <translation>Alt 和带下划线的字母</translation>
    </message>
    <message>
        <source>a menu; the arrows and Enter go on from there</source>
        <translation>打开菜单；再用方向键和 Enter 继续</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab、Shift+Tab</translation>
    </message>
    <message>
        <source>the next or previous control; also from client to cable to server</source>
        <translation>下一个或上一个控件；也从客户端到网线到服务器</translation>
    </message>
    <message>
        <source>Menu key or Shift+F10</source>
        <translation>菜单键或 Shift+F10</translation>
    </message>
    <message>
        <source>the context menu of what has the focus</source>
        <translation>焦点所在处的上下文菜单</translation>
    </message>
    <message>
        <source>In the panel that has the focus</source>
        <translation>在有焦点的面板里</translation>
    </message>
    <message>
        <source>Hosts and cable</source>
        <translation>主机与网线</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>左、右</translation>
    </message>
    <message>
        <source>from client to cable to server</source>
        <translation>从客户端到网线到服务器</translation>
    </message>
    <message>
        <source>Space or Enter</source>
        <translation>空格或 Enter</translation>
    </message>
    <message>
        <source>cut or plug the cable, or the menu of the host</source>
        <translation>切断或接回网线，或主机的菜单</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>+ and −</source>
        <translation>+ 和 −</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Page Up, Page Down</source>
        <translation>Page Up、Page Down</translation>
    </message>
    <message>
        <source>go along</source>
        <translation>前后移动</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>the whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Sliders and number boxes</source>
        <translation>滑块和数字框</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>the next value</source>
        <translation>下一个值</translation>
    </message>
    <message>
        <source>ten times as far</source>
        <translation>十倍的步长</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home、End</translation>
    </message>
    <message>
        <source>the least and the largest</source>
        <translation>最小值和最大值</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>the next cell; a run of the history opens with Enter</source>
        <translation>下一个单元格；历史中的运行用 Enter 打开</translation>
    </message>
    <message>
        <source>move the cursor; with Shift farther, with Ctrl to the next event</source>
        <translation>移动光标；按住 Shift 走得更远，按住 Ctrl 到下一个事件</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>pick the event at the cursor</source>
        <translation>选中光标处的事件</translation>
    </message>
    <message>
        <source>begin or end a measure at the cursor</source>
        <translation>在光标处开始或结束测量</translation>
    </message>
    <message>
        <source>in a lesson: the guess is where the cursor is</source>
        <translation>在课程中：以光标处为猜测</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>the pair before or after</source>
        <translation>上一对或下一对</translation>
    </message>
    <message>
        <source>all pairs under one another, or only the selected one</source>
        <translation>所有连接对上下排列，或只看选中的一对</translation>
    </message>
    <message>
        <source>linear, square-root or logarithmic time</source>
        <translation>线性、平方根或对数时间</translation>
    </message>
    <message>
        <source>the next value of TCP_INFO, after the last one none</source>
        <translation>TCP_INFO 的下一个值，最后一个之后不显示</translation>
    </message>
    <message>
        <source>End</source>
        <translation>End</translation>
    </message>
    <message>
        <source>follow the run</source>
        <translation>跟随运行</translation>
    </message>
    <message>
        <source>let go of cursor, measure and event</source>
        <translation>放开光标、测量和事件</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>Comma, full stop</source>
        <translation>逗号、句号</translation>
    </message>
    <message>
        <source>one event back, one event on</source>
        <translation>后退一个事件、前进一个事件</translation>
    </message>
    <message>
        <source>Ctrl+Home, Ctrl+End</source>
        <translation>Ctrl+Home、Ctrl+End</translation>
    </message>
    <message>
        <source>to the start or the end of the run</source>
        <translation>到运行的开头或结尾</translation>
    </message>
    <message>
        <source>Time line of a run that is over, and the row of controls below it</source>
        <translation>已结束运行的时间线及其下方的控制条</translation>
    </message>
    <message>
        <source>the next cell; with Ctrl ten farther, with Shift marking it</source>
        <translation>相邻的格；按住 Ctrl 走十格，按住 Shift 并标记</translation>
    </message>
    <message>
        <source>the first or last cell of the row</source>
        <translation>本行的第一格或最后一格</translation>
    </message>
    <message>
        <source>the map before or after, of a third axis</source>
        <translation>第三轴的上一张或下一张图</translation>
    </message>
    <message>
        <source>make the cell the experiment</source>
        <translation>以此格为实验</translation>
    </message>
    <message>
        <source>mark the cell, to measure it</source>
        <translation>标记此格以便实测</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete 键</translation>
    </message>
    <message>
        <source>forget all marks</source>
        <translation>清除全部标记</translation>
    </message>
    <message>
        <source>Map of the sweep</source>
        <translation>扫描的热图</translation>
    </message>
</context>
<context>
    <name>halfopen::LaneText</name>
    <message>
        <source>%1 × %2, %3</source>
        <comment>call, times, bytes</comment>
        <translation>%1 × %2，%3</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>call, times</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 will block for ever: the program will never know</source>
        <translation>%1 会永远阻塞：程序永远不会知道</translation>
    </message>
    <message>
        <source>%1 blocks for ever</source>
        <translation>%1 永远阻塞</translation>
    </message>
    <message>
        <source>%1 will block here: the program will know nothing</source>
        <translation>%1 会阻塞在这里：程序什么也不会知道</translation>
    </message>
    <message>
        <source>%1 will block</source>
        <translation>%1 会阻塞</translation>
    </message>
    <message>
        <source>the program holds its socket open and does not look</source>
        <translation>程序保持套接字打开，但不查看</translation>
    </message>
    <message>
        <source>holds the socket, does not look</source>
        <translation>持有套接字，不查看</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>持有</translation>
    </message>
    <message>
        <source>killed: there is no program any more</source>
        <translation>被杀死：程序已经不在</translation>
    </message>
    <message>
        <source>killed</source>
        <translation>被杀死</translation>
    </message>
    <message>
        <source>stopped: the program does not run, its kernel answers on</source>
        <translation>停住：程序不运行，它的内核照样回应</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <comment>interval</comment>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>measured %1 s: %2 %3</source>
        <comment>seconds, call, errno</comment>
        <translation>实测 %1 s：%2 %3</translation>
    </message>
    <message>
        <source>not noticed within %1</source>
        <comment>time</comment>
        <translation>%1 之内没有发觉</translation>
    </message>
    <message>
        <source>Linux %1</source>
        <translation>Linux %1</translation>
    </message>
    <message>
        <source>planned, not run</source>
        <translation>已计划，未运行</translation>
    </message>
    <message>
        <source>predicted: never</source>
        <translation>预测：永不</translation>
    </message>
    <message>
        <source>never</source>
        <translation>永不</translation>
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
        <source>no timer</source>
        <translation>无定时器</translation>
    </message>
    <message>
        <source>retransmission</source>
        <translation>重传</translation>
    </message>
    <message>
        <source>keepalive</source>
        <translation>保活</translation>
    </message>
    <message>
        <source>TIME-WAIT</source>
        <translation>TIME-WAIT</translation>
    </message>
    <message>
        <source>window probe</source>
        <translation>窗口探测</translation>
    </message>
    <message>
        <source>data</source>
        <translation>数据</translation>
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
        <source>cut to the server</source>
        <translation>切断往服务器</translation>
    </message>
    <message>
        <source>cut to the client</source>
        <translation>切断往客户端</translation>
    </message>
    <message>
        <source>deaf</source>
        <comment>both sockets stop hearing each other</comment>
        <translation>收不到</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>切断</translation>
    </message>
    <message>
        <source>cable out: %1</source>
        <comment>host</comment>
        <translation>拔网线：%1</translation>
    </message>
    <message>
        <source>%1 killed</source>
        <comment>host</comment>
        <translation>%1被杀死</translation>
    </message>
    <message>
        <source>%1 frozen</source>
        <comment>host</comment>
        <translation>%1被冻结</translation>
    </message>
    <message>
        <source>healed</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>plugged in</source>
        <translation>已接回</translation>
    </message>
    <message>
        <source>thawed</source>
        <translation>已解冻</translation>
    </message>
    <message>
        <source>%1 blocked %2: the program knows nothing</source>
        <comment>call, time</comment>
        <translation>%1 阻塞了 %2：程序什么也不知道</translation>
    </message>
    <message>
        <source>%1 blocked %2: knows nothing</source>
        <comment>call, time</comment>
        <translation>%1 阻塞了 %2：什么也不知道</translation>
    </message>
    <message>
        <source>%1 blocked %2</source>
        <comment>call, time</comment>
        <translation>%1 阻塞了 %2</translation>
    </message>
    <message>
        <source>%1 blocked</source>
        <comment>call</comment>
        <translation>%1 阻塞</translation>
    </message>
    <message>
        <source>within %1</source>
        <comment>time</comment>
        <translation>%1 之内</translation>
    </message>
    <message>
        <source> or </source>
        <translation> 或 </translation>
    </message>
    <message>
        <source>bytes sent and not yet acknowledged, bytes received and not yet read</source>
        <translation>已发出、尚未确认的字节，已收到、尚未读取的字节</translation>
    </message>
    <message>
        <source>nothing in flight, and the stopped program&apos;s kernel answers every probe</source>
        <translation>没有数据在途，停住的程序的内核会回应每个探测</translation>
    </message>
    <message>
        <source>nothing in flight, so no retransmission timer: only keepalive can find out</source>
        <translation>没有数据在途，所以没有重传定时器：只有保活能发觉</translation>
    </message>
    <message>
        <source>nothing in flight and no keepalive: nobody will ever find out</source>
        <translation>没有数据在途，也没有保活：永远不会有人发觉</translation>
    </message>
    <message>
        <source>nothing in flight, so no retransmission timer</source>
        <translation>没有数据在途，所以没有重传定时器</translation>
    </message>
    <message>
        <source>nothing in flight</source>
        <translation>没有数据在途</translation>
    </message>
    <message>
        <source>the program is dead</source>
        <translation>程序已死</translation>
    </message>
    <message>
        <source>the program is stopped</source>
        <translation>程序停住了</translation>
    </message>
    <message>
        <source>%1 has told: %2</source>
        <comment>call, errno</comment>
        <translation>%1 已报告：%2</translation>
    </message>
    <message>
        <source>%1 over and over</source>
        <comment>call</comment>
        <translation>%1 一次又一次</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>call, duration</comment>
        <translation>%1 持续 %2</translation>
    </message>
    <message>
        <source>the program does not look</source>
        <translation>程序不查看</translation>
    </message>
    <message>
        <source>between two calls</source>
        <translation>在两次调用之间</translation>
    </message>
    <message>
        <source>no timer armed</source>
        <translation>没有定时器在运行</translation>
    </message>
    <message>
        <source>%1 timer: %2 left</source>
        <comment>timer, time</comment>
        <translation>%1定时器：还剩 %2</translation>
    </message>
    <message>
        <source>%1 timer: due, the kernel rounds up</source>
        <comment>timer</comment>
        <translation>%1定时器：已到点，内核向上取整</translation>
    </message>
    <message>
        <source>no row in /proc/net/tcp any more</source>
        <translation>/proc/net/tcp 中已没有这一行</translation>
    </message>
    <message>
        <source>%1 of %2 probes unanswered</source>
        <translation>%2 个探测中有 %1 个未回应</translation>
    </message>
    <message>
        <source>probes unanswered: %1</source>
        <translation>未回应的探测：%1</translation>
    </message>
    <message>
        <source>retransmissions in a row: %1</source>
        <translation>连续重传：%1</translation>
    </message>
    <message>
        <source>Send-Q %1 · Recv-Q %2</source>
        <translation>Send-Q %1 · Recv-Q %2</translation>
    </message>
    <message>
        <source>t = %1</source>
        <comment>time since the start</comment>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>%1 after the fault</source>
        <translation>故障后 %1</translation>
    </message>
    <message>
        <source>%1 before the fault</source>
        <translation>故障前 %1</translation>
    </message>
    <message>
        <source>expected: the program knows</source>
        <translation>预期：程序知道</translation>
    </message>
    <message>
        <source>expected: the program still waits</source>
        <translation>预期：程序还在等</translation>
    </message>
    <message>
        <source>probes expected by then: %1</source>
        <translation>到此时预期的探测：%1</translation>
    </message>
    <message>
        <source>gone: no row in the table any more</source>
        <translation>已消失：表中没有这一行了</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已消失</translation>
    </message>
    <message>
        <source>%1: the kernel still believes in the peer</source>
        <comment>TCP state</comment>
        <translation>%1：内核仍相信对端还在</translation>
    </message>
    <message>
        <source>%1: still believes in the peer</source>
        <comment>TCP state</comment>
        <translation>%1：仍相信对端还在</translation>
    </message>
    <message>
        <source>%1: the kernel believed in the peer until here</source>
        <comment>TCP state</comment>
        <translation>%1：内核到这里为止一直相信对端还在</translation>
    </message>
    <message>
        <source>%1: the peer has closed, this program has not</source>
        <comment>TCP state</comment>
        <translation>%1：对端已关闭，这个程序没有</translation>
    </message>
    <message>
        <source>ESTABLISHED, as the kernel will go on saying after the fault</source>
        <translation>ESTABLISHED，故障之后内核还会这么说</translation>
    </message>
    <message>
        <source>App call</source>
        <translation>程序调用</translation>
    </message>
    <message>
        <source>Socket state</source>
        <translation>套接字状态</translation>
    </message>
    <message>
        <source>Kernel timer</source>
        <translation>内核定时器</translation>
    </message>
    <message>
        <source>On the wire</source>
        <translation>线路上</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Nothing to show yet</source>
        <translation>还没有可显示的内容</translation>
    </message>
    <message>
        <source>Add a pair of sockets: its expected probes appear here at once, and the real ones beside them when you press Run.</source>
        <translation>请添加一个连接对：预期的探测马上出现在这里，点“运行”时实际的探测就出现在旁边。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>host: its call</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>of the %1</source>
        <comment>host</comment>
        <translation>在%1</translation>
    </message>
    <message>
        <source>keepalive idle</source>
        <translation>保活空闲</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>whole seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 %2 → 0</source>
        <comment>timer, time</comment>
        <translation>%1 %2 → 0</translation>
    </message>
    <message>
        <source>no timer is armed</source>
        <translation>没有定时器在运行</translation>
    </message>
    <message>
        <source>no timer will be armed: nothing will ever happen</source>
        <translation>不会有定时器运行：永远什么也不会发生</translation>
    </message>
    <message>
        <source>no timer is armed: nothing will ever happen</source>
        <translation>没有定时器在运行：永远什么也不会发生</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>packet kind, number</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>retransmission %1</source>
        <translation>重传 %1</translation>
    </message>
    <message>
        <source>%1 lost</source>
        <comment>a packet&apos;s name</comment>
        <translation>%1 丢失</translation>
    </message>
    <message>
        <source>%1 expected</source>
        <comment>a packet&apos;s name</comment>
        <translation>预期：%1</translation>
    </message>
    <message>
        <source>this machine: both programs on one network stack</source>
        <translation>本机：两个程序在同一个网络协议栈上</translation>
    </message>
    <message>
        <source>this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>to server</source>
        <translation>往服务器</translation>
    </message>
    <message>
        <source>to client</source>
        <translation>往客户端</translation>
    </message>
    <message>
        <source>both</source>
        <translation>双向</translation>
    </message>
    <message>
        <source>cable out</source>
        <translation>拔网线</translation>
    </message>
    <message>
        <source>cut %1 ago</source>
        <comment>time</comment>
        <translation>已切断 %1</translation>
    </message>
    <message>
        <source>%1 again and again</source>
        <comment>call</comment>
        <translation>%1 一次又一次</translation>
    </message>
    <message>
        <source>holds the socket</source>
        <translation>持有套接字</translation>
    </message>
    <message>
        <source>not connected yet</source>
        <translation>尚未连接</translation>
    </message>
    <message>
        <source>no socket any more</source>
        <translation>已没有套接字</translation>
    </message>
    <message>
        <source>gave up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>sent again %1 ×</source>
        <translation>已重发 %1 次</translation>
    </message>
    <message>
        <source>still believes in the peer</source>
        <translation>仍相信对端还在</translation>
    </message>
    <message>
        <source>believes</source>
        <translation>相信</translation>
    </message>
    <message>
        <source>believes in the peer</source>
        <translation>相信对端还在</translation>
    </message>
    <message>
        <source>will hold the socket</source>
        <translation>将持有套接字</translation>
    </message>
    <message>
        <source>will call %1</source>
        <comment>call</comment>
        <translation>会调用 %1</translation>
    </message>
    <message>
        <source>%1 packets/s</source>
        <translation>%1 个包/s</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>%1 since the fault</source>
        <comment>time</comment>
        <translation>故障以来 %1</translation>
    </message>
    <message>
        <source>%1 since the start</source>
        <comment>time</comment>
        <translation>开始以来 %1</translation>
    </message>
    <message>
        <source>the %1 will never notice</source>
        <comment>host</comment>
        <translation>%1永远不会发觉</translation>
    </message>
    <message>
        <source>the %1 will notice in about %2</source>
        <comment>host, time</comment>
        <translation>%1约 %2 后发觉</translation>
    </message>
    <message>
        <source>the %1 is about to notice</source>
        <comment>host</comment>
        <translation>%1即将发觉</translation>
    </message>
    <message>
        <source>Click the cable to plug it back</source>
        <translation>点网线即可接回</translation>
    </message>
    <message>
        <source>Click the cable to cut it</source>
        <translation>点网线即可切断</translation>
    </message>
    <message>
        <source>The hosts are being built …</source>
        <translation>正在建立主机……</translation>
    </message>
    <message>
        <source>This run is over: run again to cut the cable by hand</source>
        <translation>这次运行已经结束：再运行一次才能手动切断网线</translation>
    </message>
    <message>
        <source>This run is over</source>
        <translation>这次运行已经结束</translation>
    </message>
    <message>
        <source>Run, then click the cable to cut it</source>
        <translation>先运行，再点网线切断</translation>
    </message>
    <message>
        <source>Run first</source>
        <translation>先运行</translation>
    </message>
    <message>
        <source>%1 →</source>
        <comment>words over something that runs to the right</comment>
        <translation>%1 →</translation>
    </message>
    <message>
        <source>← %1</source>
        <comment>words over something that runs to the left</comment>
        <translation>← %1</translation>
    </message>
    <message>
        <source>lost</source>
        <comment>a packet</comment>
        <translation>丢失</translation>
    </message>
    <message>
        <source>drops</source>
        <comment>the router: packets</comment>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>out</source>
        <comment>a cable</comment>
        <translation>断开</translation>
    </message>
    <message>
        <source>this machine, one network stack</source>
        <translation>本机，同一个网络协议栈</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>packets a second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>knows nothing</source>
        <comment>a program of its peer&apos;s end</comment>
        <translation>什么也不知道</translation>
    </message>
    <message>
        <source>%1 returned</source>
        <comment>call</comment>
        <translation>%1 已返回</translation>
    </message>
    <message>
        <source>knows: end of stream</source>
        <translation>知道：流已结束</translation>
    </message>
    <message>
        <source>knows: end</source>
        <translation>知道：结束</translation>
    </message>
    <message>
        <source>gave up waiting: %1</source>
        <comment>errno</comment>
        <translation>放弃等待：%1</translation>
    </message>
    <message>
        <source>knows: %1</source>
        <comment>errno</comment>
        <translation>知道：%1</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>忙</translation>
    </message>
    <message>
        <source>doubts: sent again %1 ×, no answer</source>
        <translation>怀疑：已重发 %1 次，没有回应</translation>
    </message>
    <message>
        <source>doubts: sent again %1 ×</source>
        <translation>怀疑：已重发 %1 次</translation>
    </message>
    <message>
        <source>doubts: probe %1 of %2 unanswered</source>
        <translation>怀疑：%2 个探测中 %1 个未回应</translation>
    </message>
    <message>
        <source>probe %1 of %2 unanswered</source>
        <translation>%2 个探测中 %1 个未回应</translation>
    </message>
    <message>
        <source>%1 of %2 unanswered</source>
        <comment>probes</comment>
        <translation>%1/%2 未回应</translation>
    </message>
    <message>
        <source>doubts: %1 of %2</source>
        <comment>probes</comment>
        <translation>怀疑：%1/%2</translation>
    </message>
    <message>
        <source>doubts: probe %1 unanswered</source>
        <translation>怀疑：探测 %1 未回应</translation>
    </message>
    <message>
        <source>unanswered: %1</source>
        <comment>probes</comment>
        <translation>未回应：%1</translation>
    </message>
    <message>
        <source>ESTAB</source>
        <comment>ESTABLISHED, where there is little room</comment>
        <translation>ESTAB</translation>
    </message>
    <message>
        <source>knows: the peer has closed</source>
        <translation>知道：对端已关闭</translation>
    </message>
    <message>
        <source>knows: closed</source>
        <translation>知道：已关闭</translation>
    </message>
    <message>
        <source>doubts: FIN sent again %1 ×</source>
        <translation>怀疑：FIN 已重发 %1 次</translation>
    </message>
    <message>
        <source>closes: waits for the peer</source>
        <translation>正在关闭：等对端</translation>
    </message>
    <message>
        <source>closes</source>
        <translation>正在关闭</translation>
    </message>
    <message>
        <source>closed, waits for the peer&apos;s FIN</source>
        <translation>已关闭，等对端的 FIN</translation>
    </message>
    <message>
        <source>waits for FIN</source>
        <translation>等 FIN</translation>
    </message>
    <message>
        <source>is connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>the connection is closed</source>
        <translation>连接已关闭</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>no socket</source>
        <translation>没有套接字</translation>
    </message>
    <message>
        <source>knows: a RST came</source>
        <translation>知道：来了 RST</translation>
    </message>
    <message>
        <source>knows: RST</source>
        <translation>知道：RST</translation>
    </message>
    <message>
        <source>has given up the peer</source>
        <translation>已放弃对端</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what it does, what it knows</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>process killed</source>
        <translation>进程被杀死</translation>
    </message>
    <message>
        <source>process stopped</source>
        <translation>进程被停住</translation>
    </message>
    <message>
        <source>frozen: sees nothing</source>
        <translation>被冻结：什么也看不到</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>被冻结</translation>
    </message>
    <message>
        <source>Show the faults of this host</source>
        <translation>显示这台主机的故障</translation>
    </message>
    <message>
        <source>Plug the cable back</source>
        <translation>接回网线</translation>
    </message>
    <message>
        <source>Cut the cable</source>
        <translation>切断网线</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of the drawing, how it is</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The cable has been out for %1.</source>
        <comment>time</comment>
        <translation>网线已拔掉 %1。</translation>
    </message>
    <message>
        <source>The cable is cut.</source>
        <translation>网线已切断。</translation>
    </message>
    <message>
        <source>The cable is whole.</source>
        <translation>网线完好。</translation>
    </message>
    <message>
        <source>Drops all packets since %1.</source>
        <comment>time</comment>
        <translation>自 %1 起丢弃所有数据包。</translation>
    </message>
    <message>
        <source>Drops the packets to the server since %1.</source>
        <comment>time</comment>
        <translation>自 %1 起丢弃往服务器的数据包。</translation>
    </message>
    <message>
        <source>Drops the packets to the client since %1.</source>
        <comment>time</comment>
        <translation>自 %1 起丢弃往客户端的数据包。</translation>
    </message>
    <message>
        <source>Lets all packets pass.</source>
        <translation>让所有数据包通过。</translation>
    </message>
    <message>
        <source>Program: %1.
Kernel: %2.</source>
        <comment>statements</comment>
        <translation>程序：%1。
内核：%2。</translation>
    </message>
    <message>
        <source>Make &amp;both sockets deaf</source>
        <translation>让两个套接字都收不到数据(&amp;B)</translation>
    </message>
    <message>
        <source>Drop packets &amp;both ways</source>
        <translation>双向丢弃数据包(&amp;B)</translation>
    </message>
    <message>
        <source>Make the &amp;server&apos;s socket deaf</source>
        <translation>让服务器的套接字收不到数据(&amp;S)</translation>
    </message>
    <message>
        <source>Drop packets to the &amp;server only</source>
        <translation>只丢弃往服务器的数据包(&amp;S)</translation>
    </message>
    <message>
        <source>Make the &amp;client&apos;s socket deaf</source>
        <translation>让客户端的套接字收不到数据(&amp;C)</translation>
    </message>
    <message>
        <source>Drop packets to the &amp;client only</source>
        <translation>只丢弃往客户端的数据包(&amp;C)</translation>
    </message>
    <message>
        <source>These packets are dropped already.</source>
        <translation>这些数据包已经在被丢弃。</translation>
    </message>
    <message>
        <source>No packets are dropped now.</source>
        <translation>现在没有数据包被丢弃。</translation>
    </message>
    <message>
        <source>&amp;Plug back: let all packets pass</source>
        <translation>接回：让所有数据包通过(&amp;P)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>clock, countdown</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Click the cable to plug it back · click a host for its faults</source>
        <translation>点网线接回 · 点主机看它的故障</translation>
    </message>
    <message>
        <source>Click: plug back</source>
        <translation>点击：接回</translation>
    </message>
    <message>
        <source>Click the cable to cut it · click a host for its faults</source>
        <translation>点网线切断 · 点主机看它的故障</translation>
    </message>
    <message>
        <source>Click: cut</source>
        <translation>点击：切断</translation>
    </message>
    <message>
        <source>is expected</source>
        <translation>预期在此</translation>
    </message>
    <message>
        <source>was expected, did not come</source>
        <translation>本应在此，没有来</translation>
    </message>
    <message>
        <source>was expected</source>
        <translation>曾预期在此</translation>
    </message>
    <message>
        <source>%1 ms against the prediction: inside</source>
        <translation>与预测相差 %1 ms：在内</translation>
    </message>
    <message>
        <source>%1 ms against the prediction: outside</source>
        <translation>与预测相差 %1 ms：在外</translation>
    </message>
    <message>
        <source>does not look</source>
        <translation>不查看</translation>
    </message>
    <message>
        <source>waits for the fault</source>
        <translation>等待故障</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>等待 %1</translation>
    </message>
    <message>
        <source>not noticed in %1</source>
        <translation>%1 内没有发觉</translation>
    </message>
    <message>
        <source>%1 from the client</source>
        <comment>a packet&apos;s name</comment>
        <translation>%1，来自客户端</translation>
    </message>
    <message>
        <source>%1 from the server</source>
        <comment>a packet&apos;s name</comment>
        <translation>%1，来自服务器</translation>
    </message>
    <message>
        <source>%1, lost</source>
        <comment>a packet&apos;s name</comment>
        <translation>%1，丢失</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a packet, its bytes</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 timer stopped</source>
        <comment>timer</comment>
        <translation>%1定时器停了</translation>
    </message>
    <message>
        <source>%1 timer fired, set again to %2</source>
        <comment>timer, time</comment>
        <translation>%1定时器到期，重设为 %2</translation>
    </message>
    <message>
        <source>%1 timer set to %2</source>
        <comment>timer, time</comment>
        <translation>%1定时器设为 %2</translation>
    </message>
    <message>
        <source>fault: %1</source>
        <translation>故障：%1</translation>
    </message>
    <message>
        <source>%1 begins</source>
        <comment>call</comment>
        <translation>%1 开始</translation>
    </message>
    <message>
        <source>%1 × %2 have returned</source>
        <comment>call, times</comment>
        <translation>%1 × %2 已返回</translation>
    </message>
    <message>
        <source>%1 returns %2</source>
        <comment>call, number</comment>
        <translation>%1 返回 %2</translation>
    </message>
    <message>
        <source>%1 returns: %2</source>
        <comment>call, errno</comment>
        <translation>%1 返回：%2</translation>
    </message>
    <message>
        <source>state %1</source>
        <comment>TCP state</comment>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>its row leaves /proc/net/tcp</source>
        <translation>它的行离开 /proc/net/tcp</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>packets: %1</source>
        <translation>数据包：%1</translation>
    </message>
    <message>
        <source>probes: %1</source>
        <translation>探测：%1</translation>
    </message>
    <message>
        <source>retransmissions: %1</source>
        <translation>重传：%1</translation>
    </message>
    <message>
        <source>RTO %1, nothing sent again</source>
        <comment>time</comment>
        <translation>RTO %1，没有重发</translation>
    </message>
    <message>
        <source>RTO %1, back-off %2, sent again %3 times in a row</source>
        <comment>time, number, number</comment>
        <translation>RTO %1，退避 %2，连续重发 %3 次</translation>
    </message>
    <message>
        <source>last packet %1 before: %2</source>
        <comment>time, a packet&apos;s name</comment>
        <translation>上一个数据包在此前 %1：%2</translation>
    </message>
    <message>
        <source>%1 was expected here, did not come</source>
        <comment>a packet&apos;s name</comment>
        <translation>%1 本应在此，没有来</translation>
    </message>
    <message>
        <source>%1 is expected here</source>
        <comment>a packet&apos;s name</comment>
        <translation>%1 预期在此</translation>
    </message>
    <message>
        <source>no row</source>
        <translation>没有行</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>host: its call, its socket&apos;s state</comment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1 expected, did not come</source>
        <comment>a packet&apos;s name</comment>
        <translation>%1 本应来，没有来</translation>
    </message>
    <message numerus="yes">
        <source>%Ln packets</source>
        <translation>
            <numerusform>%Ln 个数据包</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2 of %3</source>
        <comment>probe 2 of 3</comment>
        <translation>%1 %2/%3</translation>
    </message>
    <message>
        <source>Played again: what you see has been, nothing can be cut here</source>
        <translation>正在重放：你看到的已经发生，这里什么也切不断</translation>
    </message>
    <message>
        <source>Played again</source>
        <translation>正在重放</translation>
    </message>
    <message>
        <source>your guess: drag me</source>
        <translation>你的猜测：拖动我</translation>
    </message>
    <message>
        <source>your guess: never</source>
        <translation>你的猜测：永不</translation>
    </message>
    <message>
        <source>your guess %1</source>
        <comment>time</comment>
        <translation>你的猜测 %1</translation>
    </message>
    <message>
        <source>the run ended before the %1 would have noticed</source>
        <comment>host</comment>
        <translation>运行结束时，%1还没来得及发现</translation>
    </message>
    <message>
        <source>reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>interface down: %1</source>
        <comment>host</comment>
        <translation>接口关闭：%1</translation>
    </message>
    <message>
        <source>no route: %1</source>
        <comment>host</comment>
        <translation>无路由：%1</translation>
    </message>
    <message>
        <source>no address: %1</source>
        <comment>host</comment>
        <translation>无地址：%1</translation>
    </message>
    <message>
        <source>no neighbour: %1</source>
        <comment>host</comment>
        <translation>无邻居：%1</translation>
    </message>
    <message>
        <source>queue drops: %1</source>
        <comment>host</comment>
        <translation>队列丢弃：%1</translation>
    </message>
    <message>
        <source>%1 off</source>
        <comment>host</comment>
        <translation>%1断电</translation>
    </message>
    <message>
        <source>%1 reboots</source>
        <comment>host</comment>
        <translation>%1重启</translation>
    </message>
    <message>
        <source>%1: socket destroyed</source>
        <comment>host</comment>
        <translation>%1：套接字被销毁</translation>
    </message>
    <message>
        <source>interface up</source>
        <translation>接口打开</translation>
    </message>
    <message>
        <source>route back</source>
        <translation>路由恢复</translation>
    </message>
    <message>
        <source>address back</source>
        <translation>地址恢复</translation>
    </message>
    <message>
        <source>neighbour back</source>
        <translation>邻居恢复</translation>
    </message>
    <message>
        <source>Call</source>
        <comment>lane, short</comment>
        <translation>调用</translation>
    </message>
    <message>
        <source>State</source>
        <comment>lane, short</comment>
        <translation>状态</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>lane, host</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The call that the program is in. A bar is waiting; what ends it is what the program is told.</source>
        <translation>程序正处在哪个调用里。长条表示等待；结束它的就是程序得到的消息。</translation>
    </message>
    <message>
        <source>The state of the socket: what the kernel believes of the peer.</source>
        <translation>套接字的状态：内核以为对端怎么样。</translation>
    </message>
    <message>
        <source>The kernel&apos;s timer: the height is the time it has left; at the bottom it fires.</source>
        <translation>内核的定时器：高度是还剩的时间；到底部就触发。</translation>
    </message>
    <message>
        <source>Bytes that wait in the kernel: sent and not acknowledged, received and not read.</source>
        <translation>在内核里等着的字节：已发送未确认的，已收到未读取的。</translation>
    </message>
    <message>
        <source>Dashed ring: there is no connection yet.</source>
        <translation>虚线圆圈：还没有连接。</translation>
    </message>
    <message>
        <source>Blue tick: it takes the peer for alive, because nothing has told it otherwise.</source>
        <translation>蓝色对勾：它以为对端还在，因为没有任何消息告诉它不是这样。</translation>
    </message>
    <message>
        <source>Yellow question mark: it has asked the peer and got no answer so far.</source>
        <translation>黄色问号：它问过对端，到现在还没有回应。</translation>
    </message>
    <message>
        <source>Orange warning sign: it was told of the end, or has given the peer up.</source>
        <translation>橙色警告：它已得知连接结束，或者已经放弃了对端。</translation>
    </message>
    <message>
        <source>Stopped: it is frozen and learns nothing.</source>
        <translation>停住：它被冻结，什么也得不到。</translation>
    </message>
    <message>
        <source>Gone: it is not there any more.</source>
        <translation>消失：它已经不在了。</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <comment>a packet&apos;s name</comment>
        <translation>%1 被拒绝</translation>
    </message>
    <message>
        <source>%1 +%2 ms</source>
        <comment>a packet&apos;s name, by how much it was held back</comment>
        <translation>%1 +%2 ms</translation>
    </message>
    <message>
        <source>%1, to the server</source>
        <comment>what happens to packets</comment>
        <translation>%1，发往服务器</translation>
    </message>
    <message>
        <source>%1, to the client</source>
        <comment>what happens to packets</comment>
        <translation>%1，发往客户端</translation>
    </message>
    <message>
        <source>packet no. %1 lost</source>
        <translation>丢第 %1 个数据包</translation>
    </message>
    <message>
        <source>%1 % of packets lost</source>
        <translation>丢 %1 % 的数据包</translation>
    </message>
    <message>
        <source>data packet no. %1 lost</source>
        <translation>丢第 %1 个数据段</translation>
    </message>
    <message>
        <source>%1 % of data lost</source>
        <translation>丢 %1 % 的数据</translation>
    </message>
    <message>
        <source>ACK no. %1 lost</source>
        <translation>丢第 %1 个 ACK</translation>
    </message>
    <message>
        <source>%1 % of ACKs lost</source>
        <translation>丢 %1 % 的 ACK</translation>
    </message>
    <message>
        <source>probe no. %1 lost</source>
        <translation>丢第 %1 个探测</translation>
    </message>
    <message>
        <source>%1 % of probes lost</source>
        <translation>丢 %1 % 的探测</translation>
    </message>
    <message>
        <source>+%1 ms</source>
        <comment>each packet is delayed</comment>
        <translation>+%1 ms</translation>
    </message>
    <message>
        <source>rejected: %1</source>
        <comment>a router&apos;s answer</comment>
        <translation>拒绝：%1</translation>
    </message>
    <message>
        <source>%1, rejected</source>
        <comment>a packet&apos;s name</comment>
        <translation>%1，被拒绝</translation>
    </message>
    <message>
        <source>rejected</source>
        <comment>a packet</comment>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what to do, its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>what to do, a time, the answer</comment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>%1, woken with %2</source>
        <comment>errno after a time, poll&apos;s bits</comment>
        <translation>%1，唤醒位 %2</translation>
    </message>
    <message>
        <source>gone with its host: there is no program any more</source>
        <translation>随主机一同消失：不再有程序</translation>
    </message>
    <message>
        <source>gone with its host</source>
        <translation>随主机消失</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>call, what it returned</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 = %2</source>
        <comment>call, number</comment>
        <translation>%1 = %2</translation>
    </message>
    <message>
        <source>%1 returns: %2; SO_ERROR was %3</source>
        <comment>call, errno, errno</comment>
        <translation>%1 返回：%2；SO_ERROR 为 %3</translation>
    </message>
    <message>
        <source>woken with %1</source>
        <comment>poll&apos;s bits</comment>
        <translation>唤醒位 %1</translation>
    </message>
    <message>
        <source>SO_ERROR was %1</source>
        <comment>errno</comment>
        <translation>SO_ERROR 为 %1</translation>
    </message>
    <message>
        <source>before it %1</source>
        <comment>what a call returned</comment>
        <translation>此前 %1</translation>
    </message>
    <message>
        <source>asked again: %1</source>
        <comment>what calls returned</comment>
        <translation>再次询问：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between what calls returned</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>retransmission timeouts in a row</source>
        <translation>连续的重传超时次数</translation>
    </message>
    <message>
        <source>unanswered keepalive or window probes</source>
        <translation>未获应答的保活或窗口探测</translation>
    </message>
    <message>
        <source>how many times the timeout has doubled</source>
        <translation>超时加倍的次数</translation>
    </message>
    <message>
        <source>retransmission timeout</source>
        <translation>重传超时</translation>
    </message>
    <message>
        <source>segments in flight</source>
        <translation>在途的段数</translation>
    </message>
    <message>
        <source>bytes that were written and not sent</source>
        <translation>已写入而未发送的字节</translation>
    </message>
    <message>
        <source>time since the peer&apos;s last ACK</source>
        <translation>距对端上一个 ACK 的时间</translation>
    </message>
    <message>
        <source>time since the peer&apos;s last data</source>
        <translation>距对端上一次数据的时间</translation>
    </message>
    <message>
        <source>segments sent again, all in all</source>
        <translation>重发的段数，总计</translation>
    </message>
    <message>
        <source>retransmission timeouts, all in all (Linux 6.7)</source>
        <translation>重传超时次数，总计（Linux 6.7）</translation>
    </message>
    <message>
        <source>time spent in such timeouts (Linux 6.7)</source>
        <translation>耗在这类超时里的时间（Linux 6.7）</translation>
    </message>
    <message>
        <source>the peer&apos;s window: 0 is closed</source>
        <translation>对端的窗口：0 为关闭</translation>
    </message>
    <message>
        <source>smoothed round trip</source>
        <translation>平滑的往返时间</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a value of TCP_INFO</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 up to %2</source>
        <comment>a value of TCP_INFO, its highest</comment>
        <translation>%1 最高 %2</translation>
    </message>
    <message>
        <source>%1: %2, over time</source>
        <comment>a value of TCP_INFO, its meaning</comment>
        <translation>%1：%2，随时间变化</translation>
    </message>
    <message>
        <source>this kernel does not tell %1</source>
        <comment>a value of TCP_INFO</comment>
        <translation>此内核不提供 %1</translation>
    </message>
    <message>
        <source>no sample yet</source>
        <translation>尚无采样</translation>
    </message>
    <message>
        <source>%1 of getsockopt(TCP_INFO): %2. The scale is linear and begins at 0.</source>
        <comment>a value&apos;s name, its meaning</comment>
        <translation>getsockopt(TCP_INFO) 的 %1：%2。刻度为线性，从 0 开始。</translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s)</source>
        <comment>in force at one place</comment>
        <translation>
            <numerusform>%n 个故障</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>faults in the router</comment>
        <translation>
            <numerusform>还有 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>silent</source>
        <comment>a middlebox gives no answer</comment>
        <translation>静默</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <comment>a fault in force, time</comment>
        <translation>%1，已 %2</translation>
    </message>
    <message>
        <source>drops no. %1</source>
        <comment>the router: the n-th packet</comment>
        <translation>丢第 %1 个</translation>
    </message>
    <message>
        <source>drops %1 %</source>
        <comment>the router: a share of the packets</comment>
        <translation>丢 %1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>probes</source>
        <comment>keepalive probes, short</comment>
        <translation>探测包</translation>
    </message>
    <message>
        <source>In force for %1: %2.</source>
        <comment>time, a fault</comment>
        <translation>已持续 %1：%2。</translation>
    </message>
    <message>
        <source>NAT forgets</source>
        <comment>the router: idle connections</comment>
        <translation>NAT 遗忘</translation>
    </message>
    <message>
        <source>Forgets a connection that is silent for %1.</source>
        <comment>time</comment>
        <translation>连接静默 %1 后即被遗忘。</translation>
    </message>
    <message>
        <source>after %1</source>
        <comment>time</comment>
        <translation>%1 后</translation>
    </message>
    <message>
        <source>NAT has forgotten</source>
        <comment>the router: this connection</comment>
        <translation>NAT 已遗忘</translation>
    </message>
    <message>
        <source>the NAT has forgotten this connection: %1</source>
        <comment>its answer</comment>
        <translation>NAT 已忘记此连接：%1</translation>
    </message>
    <message>
        <source>the NAT has forgotten</source>
        <translation>NAT 已遗忘</translation>
    </message>
    <message>
        <source>forgotten</source>
        <comment>by a NAT</comment>
        <translation>已遗忘</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>a NAT forgets, time</comment>
        <translation>还剩 %1</translation>
    </message>
    <message>
        <source>the NAT remembers this connection for %1 more</source>
        <comment>time</comment>
        <translation>NAT 还记得此连接 %1</translation>
    </message>
    <message>
        <source>remembered for %1 more</source>
        <comment>by a NAT, time</comment>
        <translation>还记得 %1</translation>
    </message>
    <message>
        <source>forgets in %1</source>
        <comment>a NAT, time</comment>
        <translation>%1 后遗忘</translation>
    </message>
    <message>
        <source>Counted from the last packet that passed, it remembers this pair for %1 more.</source>
        <comment>time</comment>
        <translation>自最后一个通过的数据包算起，它还记得这一对 %1。</translation>
    </message>
    <message>
        <source>delays</source>
        <comment>the router: packets</comment>
        <translation>延迟</translation>
    </message>
    <message>
        <source>rejects</source>
        <comment>the router: packets</comment>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>sent RST</source>
        <comment>the router</comment>
        <translation>发出 RST</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>time</comment>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>RST injected %1 ago</source>
        <comment>time</comment>
        <translation>%1 前注入 RST</translation>
    </message>
    <message>
        <source>RST injected</source>
        <translation>已注入 RST</translation>
    </message>
    <message>
        <source>Injected a RST into every connection %1 ago.</source>
        <comment>time</comment>
        <translation>%1 前向每个连接注入了 RST。</translation>
    </message>
    <message>
        <source>interface down</source>
        <translation>接口已关闭</translation>
    </message>
    <message>
        <source>down</source>
        <comment>an interface</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>no route to the peer</source>
        <translation>没有到对端的路由</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>无路由</translation>
    </message>
    <message>
        <source>address removed</source>
        <translation>地址已删除</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>无地址</translation>
    </message>
    <message>
        <source>next hop answers no ARP</source>
        <translation>下一跳不应答 ARP</translation>
    </message>
    <message>
        <source>no neighbour</source>
        <translation>无邻居</translation>
    </message>
    <message>
        <source>own queue drops what it sends</source>
        <translation>自身队列丢弃所发的包</translation>
    </message>
    <message>
        <source>queue drops</source>
        <translation>队列丢包</translation>
    </message>
    <message>
        <source>program killed %1 ago</source>
        <comment>time</comment>
        <translation>程序 %1 前被杀死</translation>
    </message>
    <message>
        <source>program killed</source>
        <translation>程序被杀死</translation>
    </message>
    <message>
        <source>Its program was killed %1 ago.</source>
        <comment>time</comment>
        <translation>它的程序在 %1 前被杀死。</translation>
    </message>
    <message>
        <source>program frozen for %1</source>
        <comment>time</comment>
        <translation>程序已冻结 %1</translation>
    </message>
    <message>
        <source>program frozen</source>
        <translation>程序已冻结</translation>
    </message>
    <message>
        <source>Its program has been frozen for %1.</source>
        <comment>time</comment>
        <translation>它的程序已冻结 %1。</translation>
    </message>
    <message>
        <source>powered off %1 ago</source>
        <comment>time</comment>
        <translation>%1 前断电</translation>
    </message>
    <message>
        <source>powered off</source>
        <translation>已断电</translation>
    </message>
    <message>
        <source>off</source>
        <comment>a host</comment>
        <translation>断电</translation>
    </message>
    <message>
        <source>It was powered off %1 ago.</source>
        <comment>time</comment>
        <translation>它在 %1 前断电。</translation>
    </message>
    <message>
        <source>rebooted, back for %1</source>
        <comment>time</comment>
        <translation>已重启，恢复 %1</translation>
    </message>
    <message>
        <source>rebooted</source>
        <translation>已重启</translation>
    </message>
    <message>
        <source>back</source>
        <comment>a host</comment>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>It has rebooted and has been back for %1, without memory of any connection.</source>
        <comment>time</comment>
        <translation>它已重启并恢复 %1，不记得任何连接。</translation>
    </message>
    <message>
        <source>reboots: back in %1</source>
        <comment>time</comment>
        <translation>重启中：%1 后恢复</translation>
    </message>
    <message>
        <source>back in %1</source>
        <comment>time</comment>
        <translation>%1 后恢复</translation>
    </message>
    <message>
        <source>It reboots and will be back in %1.</source>
        <comment>time</comment>
        <translation>它正在重启，将在 %1 后恢复。</translation>
    </message>
    <message>
        <source>sockets destroyed %1 ago</source>
        <comment>time</comment>
        <translation>套接字 %1 前被销毁</translation>
    </message>
    <message>
        <source>sockets destroyed</source>
        <translation>套接字已销毁</translation>
    </message>
    <message>
        <source>destroyed</source>
        <translation>已销毁</translation>
    </message>
    <message>
        <source>Its sockets were destroyed %1 ago.</source>
        <comment>time</comment>
        <translation>它的套接字在 %1 前被销毁。</translation>
    </message>
    <message>
        <source>no power</source>
        <translation>没有电</translation>
    </message>
    <message>
        <source>not started again</source>
        <translation>未再启动</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>gone, and all it knew</source>
        <translation>连同所记的一切都没了</translation>
    </message>
    <message>
        <source>booted anew</source>
        <translation>刚重新启动</translation>
    </message>
    <message>
        <source>new</source>
        <translation>全新</translation>
    </message>
    <message>
        <source>remembers no connection</source>
        <translation>不记得任何连接</translation>
    </message>
    <message>
        <source>remembers nothing</source>
        <translation>什么都不记得</translation>
    </message>
    <message>
        <source>%1 returns %2 of %3 bytes: a short count</source>
        <comment>call, number, number</comment>
        <translation>%1 返回 %3 字节中的 %2：计数不足</translation>
    </message>
    <message>
        <source>no. %1</source>
        <comment>the n-th packet</comment>
        <translation>第 %1 个</translation>
    </message>
    <message>
        <source>the program asks its peer now and then, and will give up where no answer comes</source>
        <translation>程序时不时询问对端，得不到应答就会放弃</translation>
    </message>
    <message>
        <source>asks now and then</source>
        <translation>时不时询问</translation>
    </message>
    <message>
        <source>the program never blocks: it sends where there is room</source>
        <translation>程序从不阻塞：有空间就发送</translation>
    </message>
    <message>
        <source>never blocks</source>
        <translation>从不阻塞</translation>
    </message>
    <message>
        <source>the program closes and forgets: its kernel goes on alone with the orphan</source>
        <translation>程序关闭后就不管了：内核独自处理孤儿套接字</translation>
    </message>
    <message>
        <source>the kernel&apos;s orphan</source>
        <translation>内核的孤儿套接字</translation>
    </message>
    <message>
        <source>QTcpSocket waits for a signal: the program will know nothing</source>
        <translation>QTcpSocket 等待信号：程序什么也不会知道</translation>
    </message>
    <message>
        <source>waits for a signal</source>
        <translation>等待信号</translation>
    </message>
    <message>
        <source>the program has closed its socket and will never know what became of it</source>
        <translation>程序已关闭套接字，永远不会知道它的结局</translation>
    </message>
    <message>
        <source>has closed its socket</source>
        <translation>已关闭套接字</translation>
    </message>
    <message>
        <source>has closed</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>heartbeat: no answer for %1</source>
        <comment>time</comment>
        <translation>心跳：%1 无应答</translation>
    </message>
    <message>
        <source>no answer for %1</source>
        <comment>time</comment>
        <translation>%1 无应答</translation>
    </message>
    <message>
        <source>QTcpSocket: no signal for %1</source>
        <comment>time</comment>
        <translation>QTcpSocket：%1 没有信号</translation>
    </message>
    <message>
        <source>no signal for %1</source>
        <comment>time</comment>
        <translation>%1 没有信号</translation>
    </message>
    <message>
        <source>the kernel has given up the socket that the program had closed</source>
        <translation>内核已放弃程序关闭了的套接字</translation>
    </message>
    <message>
        <source>its program has closed it</source>
        <translation>已被自己的程序关闭</translation>
    </message>
    <message>
        <source>will never know what became of it</source>
        <translation>永远不会知道它的结局</translation>
    </message>
    <message>
        <source>will never know</source>
        <translation>永远不知道</translation>
    </message>
    <message>
        <source>at the %1</source>
        <comment>router or switch</comment>
        <translation>在%1</translation>
    </message>
    <message>
        <source>%1 made on the way</source>
        <comment>a packet&apos;s name</comment>
        <translation>途中发出的 %1</translation>
    </message>
    <message>
        <source>The packets as the %1 sees them, the client&apos;s line on top. A cross is a packet that was lost there, with a bar before it one that the %1 rejected. An arrow that begins with a square was made by the %1 itself; one that leans was held back.</source>
        <comment>router or switch</comment>
        <translation>%1看到的数据包，客户端的线在上方。叉号表示在那里丢失的数据包，叉号前有横线的是被%1拒绝的。从方块开始的箭头是%1自己发出的；倾斜的箭头表示被推迟转发。</translation>
    </message>
    <message>
        <source>As the packets on the way tell, it has forgotten this pair; its answer: %1.</source>
        <translation>由途中的数据包可知，它已忘记这一对；其应答：%1。</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <comment>faults and heals without room for their names</comment>
        <translation>还有 %1 个</translation>
    </message>
    <message>
        <source>%1: not made</source>
        <comment>a planned fault of a run that broke</comment>
        <translation>%1：没有发生</translation>
    </message>
    <message>
        <source>%1 (planned)</source>
        <comment>a fault</comment>
        <translation>%1（计划）</translation>
    </message>
    <message>
        <source>back</source>
        <comment>what a fault has taken, short</comment>
        <translation>恢复</translation>
    </message>
    <message>
        <source>%1 s: %2</source>
        <comment>seconds, what happens then</comment>
        <translation>%1 s：%2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>errno, time since the fault</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>resent</source>
        <comment>a retransmitted packet, as short as can be</comment>
        <translation>重传</translation>
    </message>
    <message>
        <source>NAT forgets after %1 idle</source>
        <translation>NAT 空闲 %1 后遗忘</translation>
    </message>
    <message>
        <source>loss</source>
        <comment>some packets are dropped, short</comment>
        <translation>丢包</translation>
    </message>
    <message>
        <source>cable out</source>
        <comment>a fault, short</comment>
        <translation>拔网线</translation>
    </message>
    <message>
        <source>killed</source>
        <comment>a program, short</comment>
        <translation>被杀死</translation>
    </message>
    <message>
        <source>frozen</source>
        <comment>a program, short</comment>
        <translation>被冻结</translation>
    </message>
    <message>
        <source>delay</source>
        <comment>of packets, short</comment>
        <translation>延迟</translation>
    </message>
    <message>
        <source>rejected</source>
        <comment>packets, short</comment>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>NAT forgets</source>
        <comment>a fault, short</comment>
        <translation>NAT 遗忘</translation>
    </message>
    <message>
        <source>interface down</source>
        <comment>a fault, short</comment>
        <translation>接口关闭</translation>
    </message>
    <message>
        <source>no route</source>
        <comment>a fault, short</comment>
        <translation>无路由</translation>
    </message>
    <message>
        <source>no address</source>
        <comment>a fault, short</comment>
        <translation>无地址</translation>
    </message>
    <message>
        <source>no neighbour</source>
        <comment>a fault, short</comment>
        <translation>无邻居</translation>
    </message>
    <message>
        <source>queue drops</source>
        <comment>a fault, short</comment>
        <translation>队列丢包</translation>
    </message>
    <message>
        <source>power off</source>
        <comment>a fault, short</comment>
        <translation>断电</translation>
    </message>
    <message>
        <source>reboot</source>
        <comment>a fault, short</comment>
        <translation>重启</translation>
    </message>
    <message>
        <source>destroyed</source>
        <comment>a socket, short</comment>
        <translation>已销毁</translation>
    </message>
    <message>
        <source>unacknowledged and unread bytes</source>
        <translation>未确认和未读的字节</translation>
    </message>
    <message>
        <source>measured in a run</source>
        <translation>运行时测量</translation>
    </message>
    <message>
        <source>%1 up to %2</source>
        <comment>Send-Q or Recv-Q, bytes</comment>
        <translation>%1 最高 %2</translation>
    </message>
    <message>
        <source>shown after your guess</source>
        <translation>猜过之后显示</translation>
    </message>
    <message>
        <source>nothing is expected of this end</source>
        <translation>这一端没有什么可预期的</translation>
    </message>
    <message>
        <source>keepalive goes round and round: nothing ends it</source>
        <translation>保活一轮又一轮：没有什么会结束它</translation>
    </message>
    <message>
        <source>keepalive goes round</source>
        <translation>保活一轮又一轮</translation>
    </message>
    <message>
        <source>nothing was measured here</source>
        <translation>这里什么也没有测到</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>没有测到</translation>
    </message>
    <message>
        <source>%1, after close() %2</source>
        <comment>TCP states</comment>
        <translation>%1，close() 之后 %2</translation>
    </message>
    <message>
        <source>%1 did not come</source>
        <comment>a packet&apos;s name</comment>
        <translation>%1 没有来</translation>
    </message>
    <message>
        <source>did not come</source>
        <comment>an expected packet</comment>
        <translation>没有来</translation>
    </message>
    <message>
        <source>unreachable</source>
        <comment>an ICMP answer, shorter</comment>
        <translation>不可达</translation>
    </message>
    <message>
        <source>host unreachable</source>
        <comment>an ICMP answer, short</comment>
        <translation>主机不可达</translation>
    </message>
    <message>
        <source>net unreachable</source>
        <comment>an ICMP answer, short</comment>
        <translation>网络不可达</translation>
    </message>
    <message>
        <source>port unreachable</source>
        <comment>an ICMP answer, short</comment>
        <translation>端口不可达</translation>
    </message>
    <message>
        <source>prohibited</source>
        <comment>an ICMP answer, short</comment>
        <translation>被禁止</translation>
    </message>
    <message>
        <source>was never connected</source>
        <translation>从未连接</translation>
    </message>
    <message>
        <source>never connected</source>
        <translation>从未连接</translation>
    </message>
    <message>
        <source>Left out, because the time line is too low for it: %1. Make it higher with the grip above it, or close a panel below.</source>
        <comment>rows&apos; names</comment>
        <translation>时间线太矮，放不下：%1。拖动上面的分隔条让它变高，或者关闭下面的面板。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between names</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) hidden</source>
        <comment>of the time line, left out because it is too low</comment>
        <translation>
            <numerusform>隐藏了 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>+ %n row(s)</source>
        <comment>of the time line, left out because it is too low</comment>
        <translation>
            <numerusform>+%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>ended before the fault</source>
        <comment>a run</comment>
        <translation>故障前就已结束</translation>
    </message>
    <message>
        <source>Click the plug that is out to put it back · click a host for its faults</source>
        <translation>点拔出的插头把它插回 · 点主机看它的故障</translation>
    </message>
    <message>
        <source>Click the plug that is out to put it back</source>
        <translation>点拔出的插头把它插回</translation>
    </message>
    <message>
        <source>Click: plug in</source>
        <translation>点击：插回</translation>
    </message>
    <message>
        <source>drag me</source>
        <comment>the flag of the guess</comment>
        <translation>拖动我</translation>
    </message>
    <message>
        <source>loss probe</source>
        <comment>tail-loss probe</comment>
        <translation>丢失探测</translation>
    </message>
    <message>
        <source>%1: %2 left</source>
        <comment>timer, time</comment>
        <translation>%1：还剩 %2</translation>
    </message>
    <message>
        <source>waits, %1 after the fault</source>
        <translation>等待，故障后 %1</translation>
    </message>
    <message>
        <source>This machine cannot run these settings</source>
        <translation>这台机器不能按这些设置运行</translation>
    </message>
    <message>
        <source>Cannot run here</source>
        <translation>这里不能运行</translation>
    </message>
    <message>
        <source>All pairs: %1</source>
        <comment>title of a figure, what its rows show</comment>
        <translation>全部连接对：%1</translation>
    </message>
    <message>
        <source>predicted: the NAT forgets</source>
        <comment>this connection</comment>
        <translation>预测：NAT 遗忘此连接</translation>
    </message>
    <message>
        <source>time since the fault</source>
        <translation>故障后的时间</translation>
    </message>
    <message>
        <source>time since the planned fault</source>
        <translation>计划的故障后的时间</translation>
    </message>
    <message>
        <source>time since all pairs were armed</source>
        <translation>所有连接对就绪后的时间</translation>
    </message>
    <message>
        <source>own scale: up to %1</source>
        <comment>a row of timers, time</comment>
        <translation>本行自有刻度：满高 %1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>a row of timers, time</comment>
        <translation>满高 %1</translation>
    </message>
    <message>
        <source>host back</source>
        <comment>after its reboot</comment>
        <translation>主机恢复</translation>
    </message>
    <message>
        <source>forgets</source>
        <comment>the router: idle connections, short</comment>
        <translation>遗忘</translation>
    </message>
    <message>
        <source>will send once, then %1</source>
        <comment>call</comment>
        <translation>将发送一次，然后 %1</translation>
    </message>
    <message>
        <source>sends once</source>
        <translation>发送一次</translation>
    </message>
    <message>
        <source>will send once, then close()</source>
        <translation>将发送一次，然后 close()</translation>
    </message>
    <message>
        <source>will send heartbeats</source>
        <translation>将发送心跳</translation>
    </message>
    <message>
        <source>heartbeats</source>
        <translation>心跳</translation>
    </message>
    <message>
        <source>%1: the connection lives on</source>
        <comment>call</comment>
        <translation>%1：连接继续存活</translation>
    </message>
    <message>
        <source>lives on</source>
        <comment>a connection</comment>
        <translation>连接存活</translation>
    </message>
    <message>
        <source>send(), then %1 will block: the program will know nothing</source>
        <comment>call</comment>
        <translation>send()，然后 %1 会阻塞：程序什么也不会知道</translation>
    </message>
    <message>
        <source>send(), then %1 blocks</source>
        <comment>call</comment>
        <translation>send()，然后 %1 阻塞</translation>
    </message>
    <message>
        <source>%1 %2 after the fault</source>
        <comment>errno, time</comment>
        <translation>%1，故障后 %2</translation>
    </message>
    <message>
        <source>in no call: the message goes out later</source>
        <translation>没有在调用中：消息稍后才发出</translation>
    </message>
    <message>
        <source>in no call</source>
        <translation>没有在调用中</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>predicted: lives on</source>
        <translation>预测：连接存活</translation>
    </message>
    <message>
        <source>%1 after the start</source>
        <translation>开始后 %1</translation>
    </message>
    <message>
        <source>lives on, after %1</source>
        <translation>%1 后仍存活</translation>
    </message>
    <message>
        <source>nothing in flight: all that was sent is acknowledged</source>
        <translation>没有数据在途：发出的都已确认</translation>
    </message>
    <message>
        <source>no timer will be armed</source>
        <translation>不会有定时器运行</translation>
    </message>
    <message>
        <source>%1 told %2 after the fault</source>
        <comment>heartbeat or QTcpSocket, time</comment>
        <translation>%1 在故障后 %2 得知</translation>
    </message>
    <message>
        <source>%1 returned %2 after the fault</source>
        <comment>call, time</comment>
        <translation>%1 在故障后 %2 返回</translation>
    </message>
    <message>
        <source>is to send once later</source>
        <translation>稍后发送一次</translation>
    </message>
    <message>
        <source>sends later</source>
        <translation>稍后发送</translation>
    </message>
    <message>
        <source>the connection lives on</source>
        <translation>连接继续存活</translation>
    </message>
    <message>
        <source>the %1 will give up waiting in about %2</source>
        <comment>host, time</comment>
        <translation>%1约 %2 后放弃等待</translation>
    </message>
    <message>
        <source>the %1 is about to give up waiting</source>
        <comment>host</comment>
        <translation>%1即将放弃等待</translation>
    </message>
</context>
<context>
    <name>halfopen::LessonPanel</name>
    <message>
        <source>Text of the lesson</source>
        <translation>课程正文</translation>
    </message>
    <message>
        <source>Choose a lesson from the Lessons menu: it loads its experiment and tells what to look for.</source>
        <translation>请从“课程”菜单选择一课：它会载入实验，并告诉你看什么。</translation>
    </message>
    <message>
        <source>The lesson&apos;s text %1 cannot be read: %2.</source>
        <translation>课程正文 %1 无法读取：%2。</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Run the lesson&apos;s experiment</source>
        <translation>运行本课的实验</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>下一课</translation>
    </message>
    <message>
        <source>1 No guess</source>
        <translation>1 没有猜</translation>
    </message>
    <message>
        <source>1 Guess</source>
        <translation>1 猜</translation>
    </message>
    <message>
        <source>2 Run</source>
        <translation>2 运行</translation>
    </message>
    <message>
        <source>3 Read why</source>
        <translation>3 看为什么</translation>
    </message>
    <message>
        <source>When will %1() tell that the peer is lost?</source>
        <comment>a call</comment>
        <translation>%1() 什么时候会报告对端已失联？</translation>
    </message>
    <message>
        <source>When will %1() of “%2” tell that the peer is lost?</source>
        <comment>a call, name of a pair</comment>
        <translation>“%2”的 %1() 什么时候会报告对端已失联？</translation>
    </message>
    <message>
        <source>“%1”, %2</source>
        <comment>name of a pair, client or server</comment>
        <translation>“%1”，%2</translation>
    </message>
    <message>
        <source>Load it again</source>
        <translation>重新载入</translation>
    </message>
    <message>
        <source>Load the lesson&apos;s experiment again</source>
        <translation>重新载入这一课的实验</translation>
    </message>
    <message>
        <source>The experiment is no longer that of this lesson.</source>
        <translation>现在的实验已不是这一课的。</translation>
    </message>
</context>
<context>
    <name>halfopen::LogModel</name>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>fault</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>packet</source>
        <translation>数据包</translation>
    </message>
    <message>
        <source>socket</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>time [s]</source>
        <translation>时间 [s]</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>what</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Seconds since the fault, as on the time line; negative before it. Without a fault they count from the start.</source>
        <translation>故障之后的秒数，与时间线相同；故障之前为负。没有故障时从开始算起。</translation>
    </message>
</context>
<context>
    <name>halfopen::LogPanel</name>
    <message>
        <source>Log of the run</source>
        <translation>运行日志</translation>
    </message>
    <message>
        <source>Filter: words of the line</source>
        <translation>筛选：行中的词</translation>
    </message>
    <message>
        <source>Filter of the log</source>
        <translation>日志筛选</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Kinds of lines that are shown</source>
        <translation>显示哪些种类的行</translation>
    </message>
    <message>
        <source>This pair</source>
        <translation>本连接对</translation>
    </message>
    <message>
        <source>Only lines of the selected pair</source>
        <translation>只显示所选连接对的行</translation>
    </message>
    <message>
        <source>Only lines of the selected pair, and those of the whole run</source>
        <translation>只显示所选连接对的行，以及关于整个运行的行</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Follow the end of the log</source>
        <translation>跟随日志末尾</translation>
    </message>
    <message>
        <source>Keep the last line in sight; scrolling up stops it</source>
        <translation>让最后一行保持可见；向上滚动即停止</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Copy &amp;all that is shown</source>
        <translation>复制显示的全部内容(&amp;A)</translation>
    </message>
    <message>
        <source>No line is like that. Clear the filter to see all of them.</source>
        <translation>没有这样的行。清除筛选即可看到全部。</translation>
    </message>
    <message>
        <source>Only the first %L1 of the %L2 selected lines were copied. Select fewer to have all of them.</source>
        <translation>选中的 %L2 行中只复制了前 %L1 行。要全部复制，请少选一些。</translation>
    </message>
    <message>
        <source>Only the last %L1 of %L2 lines were copied. Filter them to have all that are left.</source>
        <translation>%L2 行中只复制了最后 %L1 行。用筛选减少行数即可全部复制。</translation>
    </message>
    <message>
        <source>The log began anew before all its lines were copied, so nothing was. Copy again.</source>
        <translation>日志在所有行复制完之前重新开始，因此什么也没有复制。请再次复制。</translation>
    </message>
    <message>
        <source>Every fact of the run, with its time, as soon as it has begun.</source>
        <translation>运行一开始，这里就列出它的每一件事和时间。</translation>
    </message>
</context>
<context>
    <name>halfopen::MainActions</name>
    <message>
        <source>&amp;Preset</source>
        <translation>预设(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run the experiment (F5)</source>
        <translation>运行实验（F5）</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Break off the run (Esc)</source>
        <translation>中断运行（Esc）</translation>
    </message>
    <message>
        <source>&amp;Cut or plug the cable</source>
        <translation>切断或接回网线(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;New experiment</source>
        <translation>新建实验(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open experiment…</source>
        <translation>打开实验(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Outcomes as &amp;CSV…</source>
        <translation>结果存为 CSV(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Window as PNG…</source>
        <translation>窗口存为 PNG(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Experiment file…</source>
        <translation>实验文件(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Add a pair</source>
        <translation>添加连接对(&amp;A)</translation>
    </message>
    <message>
        <source>Remo&amp;ve the pair</source>
        <translation>删除连接对(&amp;V)</translation>
    </message>
    <message>
        <source>Re&amp;name the pair…</source>
        <translation>重命名连接对(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Forget earlier results</source>
        <translation>忘掉以前的结果(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Whole run in the time line</source>
        <translation>时间线显示整个运行(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;About Halfopen</source>
        <translation>关于 Halfopen(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Keyboard</source>
        <translation>键盘(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>E&amp;xperiment</source>
        <translation>实验(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>课程(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>No lessons were found beside the program</source>
        <translation>在程序旁边没有找到课程</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Main tool bar</source>
        <translation>主工具栏</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>looking at what this machine can run…</source>
        <translation>正在查看这台机器能运行什么……</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save experiment</source>
        <translation>保存实验(&amp;S)</translation>
    </message>
    <message>
        <source>Save experiment &amp;as…</source>
        <translation>实验另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate the pair</source>
        <translation>复制连接对(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Glossary</source>
        <translation>术语表(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Projector</source>
        <translation>投影模式(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Welcome</source>
        <translation>欢迎页(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;weep</source>
        <translation>扫描(&amp;W)</translation>
    </message>
    <message>
        <source>What if? The time until it is noticed over two options, as a map (F9)</source>
        <translation>如果换个值呢？以热图显示两个选项之下要多久才察觉（F9）</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Race: what real software does on this fault</source>
        <translation>竞赛：真实软件遇到这个故障会怎样</translation>
    </message>
    <message>
        <source>One pair each for PostgreSQL, OpenSSH, Go, grpc-go, Redis and curl, with the options that they set by themselves</source>
        <translation>PostgreSQL、OpenSSH、Go、grpc-go、Redis 和 curl 各一对，各自使用它们自己设置的选项</translation>
    </message>
</context>
<context>
    <name>halfopen::MainWindow</name>
    <message>
        <source>Halfopen</source>
        <translation>Halfopen</translation>
    </message>
    <message>
        <source>%1 – Halfopen</source>
        <translation>%1 – Halfopen</translation>
    </message>
    <message>
        <source>this machine was not checked</source>
        <translation>没有检查过这台机器</translation>
    </message>
    <message>
        <source>Not available on this machine.</source>
        <translation>在这台机器上不可用。</translation>
    </message>
    <message>
        <source>kernel %1 · HZ %2</source>
        <translation>内核 %1 · HZ %2</translation>
    </message>
    <message>
        <source>own namespaces, no root</source>
        <translation>有独立的命名空间，无需 root</translation>
    </message>
    <message>
        <source>loopback only, no %1 here</source>
        <translation>只有回环，这里缺少：%1</translation>
    </message>
    <message>
        <source>nothing can run: no %1</source>
        <translation>什么都不能运行，缺少：%1</translation>
    </message>
    <message>
        <source>A run is going on</source>
        <translation>有运行正在进行</translation>
    </message>
    <message>
        <source>Break off the run and close the window? What has been seen so far stays in the history.</source>
        <translation>要中断运行并关闭窗口吗？到现在为止看到的会留在历史中。</translation>
    </message>
    <message>
        <source>Break off and close</source>
        <translation>中断并关闭</translation>
    </message>
    <message>
        <source>A run is going on. Stop it before you open another.</source>
        <translation>有运行正在进行。请先停止它，再打开别的。</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>预设：%1</translation>
    </message>
    <message>
        <source>Export the outcomes</source>
        <translation>导出结果</translation>
    </message>
    <message>
        <source>outcomes</source>
        <translation>outcomes</translation>
    </message>
    <message>
        <source>Export the window</source>
        <translation>导出窗口</translation>
    </message>
    <message>
        <source>window</source>
        <translation>window</translation>
    </message>
    <message>
        <source>About Halfopen</source>
        <translation>关于 Halfopen</translation>
    </message>
    <message>
        <source>&lt;h3&gt;Halfopen %1&lt;/h3&gt;&lt;p&gt;How long your sockets go on believing in a dead peer, and why.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;Halfopen %1&lt;/h3&gt;&lt;p&gt;你的套接字会继续相信死掉的对端多久，以及为什么。&lt;/p&gt;&lt;p&gt;自由软件，采用 GNU 通用公共许可证第 3 版或更新版本。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>this run and earlier ones</source>
        <translation>本次和以前的运行</translation>
    </message>
    <message>
        <source>Sockets</source>
        <translation>套接字</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>double-click opens a run as it was</source>
        <translation>双击可重看某次运行</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>%1[*] – Halfopen</source>
        <comment>file name</comment>
        <translation>%1[*] – Halfopen</translation>
    </message>
    <message>
        <source>%1 (%2)[*] – Halfopen</source>
        <comment>title, file name</comment>
        <translation>%1（%2）[*] – Halfopen</translation>
    </message>
    <message>
        <source>Lesson “%1”</source>
        <translation>课程“%1”</translation>
    </message>
    <message>
        <source>Open a run of the history</source>
        <translation>打开历史中的运行</translation>
    </message>
    <message>
        <source>New experiment</source>
        <translation>新建实验</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Paste an experiment</source>
        <translation>粘贴实验</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>what was tried, why it failed, what helps</comment>
        <translation>%1：%2%3</translation>
    </message>
    <message>
        <source>Repla&amp;y</source>
        <translation>重放(&amp;Y)</translation>
    </message>
    <message>
        <source>Opening the run, %1 %</source>
        <translation>正在打开运行，%1 %</translation>
    </message>
    <message>
        <source>%1 was written.</source>
        <comment>path of a file</comment>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Runs are kept only until the window closes: export what you need (Ctrl+E), mend this, and start again.</source>
        <translation>运行记录只保留到窗口关闭为止：请导出需要的内容（Ctrl+E），排除此问题，然后重新启动。</translation>
    </message>
    <message>
        <source>Press Run (F5) to try again. If it happens again, report it with what the panel Log says.</source>
        <translation>点“运行”（F5）再试一次。如果再次发生，请连同“日志”面板的内容一起报告。</translation>
    </message>
    <message>
        <source>/proc/net/tcp of both hosts, 10 × a second; lit: changed just now</source>
        <translation>两台主机的 /proc/net/tcp，每秒 10 次；亮的格子：刚刚变过</translation>
    </message>
    <message>
        <source>What you export is still being written. The window closes as soon as it is done; close it again to break it off.</source>
        <translation>导出的内容仍在写入。写完后窗口就会关闭；再次关闭则放弃导出。</translation>
    </message>
    <message>
        <source>Nothing can run on this machine. Kernel and place tells why, and what would help.</source>
        <translation>这台机器什么也运行不了。原因和办法见“内核与场所”。</translation>
    </message>
    <message>
        <source>This machine has no hosts of their own: choose another place. Kernel and place tells why, and what would help.</source>
        <translation>这台机器没有独立的主机：请选择别的场所。原因和办法见“内核与场所”。</translation>
    </message>
    <message>
        <source>Race of real software</source>
        <translation>真实软件的竞赛</translation>
    </message>
    <message>
        <source>No end has ended yet, so there is no outcome to write. Export again when a call has failed, or the run is over.</source>
        <translation>还没有哪一端结束，所以没有结果可写。请在有调用失败之后，或运行结束之后再导出。</translation>
    </message>
    <message>
        <source>Export the outcomes of the %1 ends of %2 that have ended</source>
        <translation>导出 %2 端中已经结束的 %1 端的结果</translation>
    </message>
    <message>
        <source>seconds since the fault</source>
        <translation>故障之后的秒数</translation>
    </message>
    <message>
        <source>For the client of “%1”, idle/interval/count:</source>
        <comment>name of a pair</comment>
        <translation>用于“%1”的客户端（空闲/间隔/次数）：</translation>
    </message>
    <message>
        <source>For the server of “%1”, idle/interval/count:</source>
        <comment>name of a pair</comment>
        <translation>用于“%1”的服务器（空闲/间隔/次数）：</translation>
    </message>
</context>
<context>
    <name>halfopen::MiddleboxButton</name>
    <message>
        <source>like</source>
        <comment>button: the idle time of a known middlebox</comment>
        <translation>参照</translation>
    </message>
    <message>
        <source>%1: like a known middlebox</source>
        <translation>%1：参照一种已知的中间设备</translation>
    </message>
    <message>
        <source>The idle time of a known middlebox, from its documentation</source>
        <translation>某种已知中间设备的空闲时间，取自它的文档</translation>
    </message>
    <message>
        <source>%1: %2, then %3</source>
        <comment>middlebox, its idle time, its answer</comment>
        <translation>%1：%2，之后%3</translation>
    </message>
</context>
<context>
    <name>halfopen::MoreColumns</name>
    <message>
        <source>Columns without room here: %1</source>
        <comment>their titles</comment>
        <translation>此处放不下的列：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between titles of columns</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>halfopen::NatMemoryText</name>
    <message>
        <source>has forgotten “%1”</source>
        <comment>a pair&apos;s name</comment>
        <translation>已忘记“%1”</translation>
    </message>
    <message>
        <source>remembers “%1” for %2 more</source>
        <comment>a pair&apos;s name, time</comment>
        <translation>还记得“%1” %2</translation>
    </message>
</context>
<context>
    <name>halfopen::NetworkEditor</name>
    <message>
        <source>Retries</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>How long unacknowledged data is repeated before the kernel gives up (ip-sysctl)</source>
        <translation>未确认的数据重发多久，内核才放弃（ip-sysctl）</translation>
    </message>
    <message>
        <source>Both hosts</source>
        <translation>两台主机</translation>
    </message>
    <message>
        <source>Time limit of the run</source>
        <translation>运行的时间上限</translation>
    </message>
    <message>
        <source>The run ends then at the latest, counted from the moment when all pairs are armed</source>
        <translation>运行最迟在这时结束，从所有连接对就绪的时刻算起</translation>
    </message>
    <message>
        <source>Place of the run</source>
        <translation>运行的场所</translation>
    </message>
    <message>
        <source>best available</source>
        <translation>可用的最佳选择</translation>
    </message>
    <message>
        <source>own network namespaces</source>
        <translation>独立的网络命名空间</translation>
    </message>
    <message>
        <source>loopback of this machine</source>
        <translation>本机的回环</translation>
    </message>
    <message>
        <source>Address family</source>
        <translation>地址族</translation>
    </message>
    <message>
        <source>Time &amp;limit</source>
        <translation>时间上限(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>场所(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Addresses</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>Change the time limit</source>
        <translation>更改时间上限</translation>
    </message>
    <message>
        <source>Change the place</source>
        <translation>更改场所</translation>
    </message>
    <message>
        <source>Change the address family</source>
        <translation>更改地址族</translation>
    </message>
    <message>
        <source>%1 (default)</source>
        <translation>%1（默认）</translation>
    </message>
    <message>
        <source>Since Linux %1</source>
        <translation>从 Linux %1 起</translation>
    </message>
    <message>
        <source>Other sysctls</source>
        <translation>其他 sysctl</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
    <message>
        <source>Pa&amp;th</source>
        <translation>路径(&amp;T)</translation>
    </message>
    <message>
        <source>Nei&amp;ghbours</source>
        <translation>邻居(&amp;G)</translation>
    </message>
    <message>
        <source>Path between the hosts</source>
        <translation>主机之间的路径</translation>
    </message>
    <message>
        <source>through a router</source>
        <translation>经过路由器</translation>
    </message>
    <message>
        <source>direct, one subnet</source>
        <translation>直连，同一子网</translation>
    </message>
    <message>
        <source>Neighbours (ARP, NDP)</source>
        <translation>邻居（ARP、NDP）</translation>
    </message>
    <message>
        <source>Pinned: ARP stays out of the experiment. Real: each kernel asks, and forgets, as in a real network.</source>
        <translation>固定：ARP 不参与实验。真实：每个内核像在真实网络中一样询问，也会遗忘。</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>固定</translation>
    </message>
    <message>
        <source>real (ARP, NDP)</source>
        <translation>真实（ARP、NDP）</translation>
    </message>
    <message>
        <source>Change the path</source>
        <translation>更改路径</translation>
    </message>
    <message>
        <source>Change the neighbours</source>
        <translation>更改邻居</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <comment>smallest and largest value</comment>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>Routed: each host has its own subnet, and the router is the next hop. Direct: both are in one subnet with a switch between them, and ask for each other.</source>
        <translation>经路由器：每台主机有自己的子网，路由器是下一跳。直连：两台主机在同一子网中，之间是一台交换机，直接互相询问。</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source> µs</source>
        <translation> µs</translation>
    </message>
</context>
<context>
    <name>halfopen::NextStep</name>
    <message>
        <source>Press Run (F5), then click the cable to cut it, or a host to stop its program.</source>
        <translation>点“运行”（F5），然后点网线切断，或点主机停住它的程序。</translation>
    </message>
    <message>
        <source>Press Run (F5): the pairs connect, and %1 later the peer is lost. Or change a slider first and see the prediction move.</source>
        <translation>点“运行”（F5）：连接对会连上，%1 之后失去对端。也可以先改一个滑块，看预测怎么变。</translation>
    </message>
    <message>
        <source>Connected and silent. Click the cable to cut it, or a host to stop its program.</source>
        <translation>已连接，静默中。点网线切断，或点主机停住它的程序。</translation>
    </message>
    <message>
        <source>Connected. The peer is lost in %1; or click the cable to cut it now.</source>
        <translation>已连接。%1 后失去对端；也可以现在就点网线切断。</translation>
    </message>
    <message>
        <source>Failing in about %1. A click on the cable plugs it in again, if you would rather save it.</source>
        <translation>约 %1 后失败。想救它，就再点一下网线接回。</translation>
    </message>
    <message>
        <source>About to fail: the prediction&apos;s time has come.</source>
        <translation>即将失败：预测的时刻到了。</translation>
    </message>
    <message>
        <source>Nobody will notice, however long you wait. Stop the run (Esc) and read why.</source>
        <translation>等多久也不会有人发觉。请停止运行（Esc），再看为什么。</translation>
    </message>
    <message>
        <source>All have noticed; the run ends in a moment.</source>
        <translation>全都发觉了；运行马上结束。</translation>
    </message>
    <message>
        <source>Nobody noticed. Read why, then switch SO_KEEPALIVE on or choose a preset, and run again.</source>
        <translation>没有人发觉。看看为什么，然后打开 SO_KEEPALIVE 或选一个预设，再运行一次。</translation>
    </message>
    <message>
        <source>%1 returned %2 after %3. Read why, export (Ctrl+E), or change a slider and run again.</source>
        <translation>%1 在 %3 之后返回 %2。看看为什么，导出（Ctrl+E），或改一个滑块再运行一次。</translation>
    </message>
    <message>
        <source>A run from the history. Move over the time line to read it, or press Run (F5) to repeat it.</source>
        <translation>这是历史中的运行。在时间线上移动即可读数，或点“运行”（F5）重做一次。</translation>
    </message>
    <message>
        <source>Building two hosts with a cable between them and connecting the pairs…</source>
        <translation>正在建立两台主机和它们之间的网线，并连接各连接对……</translation>
    </message>
    <message>
        <source>Over: the hosts are being cleared away.</source>
        <translation>结束了：正在清理主机。</translation>
    </message>
    <message>
        <source>This run came to nothing; the message above says why and what helps.</source>
        <translation>这次运行没有结果；上面的消息说明了原因和办法。</translation>
    </message>
    <message>
        <source>Next</source>
        <comment>short, in front of the sentence that says what to do next</comment>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Your guess first: drag the flag on the time line, or give it in the lesson. Then press Run (F5).</source>
        <translation>先猜一猜：拖动时间线上的旗子，或在课程里填写。然后点“运行”（F5）。</translation>
    </message>
    <message>
        <source>Failing in about %1.</source>
        <translation>大约 %1 后失败。</translation>
    </message>
    <message>
        <source>The way is whole again and the connection lives. Click the cable to cut it once more, or stop the run (Esc).</source>
        <translation>路又通了，连接还活着。点击网线可以再切断一次，或者停止运行（Esc）。</translation>
    </message>
    <message>
        <source>You broke it off before anybody noticed; what was seen is kept. Press Run (F5) to begin again.</source>
        <translation>在有人发现之前你就中止了运行；看到的都已保存。点“运行”（F5）重新开始。</translation>
    </message>
    <message>
        <source>The time limit of %1 ended the run before a predicted failure. Set a longer one with the button at the lower left, or under Kernel and place, and run again.</source>
        <translation>时限 %1 在预测的失败之前就结束了运行。请用左下方的按钮或在“内核与场所”里设置更长的时限，再运行一次。</translation>
    </message>
    <message>
        <source>The way was whole again before anybody noticed, and the connection lived on. Run again (F5) and leave it cut.</source>
        <translation>在有人发现之前路又通了，连接继续活着。再运行一次（F5），这次让它一直断着。</translation>
    </message>
    <message>
        <source>Why?</source>
        <comment>button beside the sentence on how a run ended: shows the explanation</comment>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>Read why</source>
        <translation>阅读原因</translation>
    </message>
    <message>
        <source>%1 after %2. Read why, export (Ctrl+E), or change a slider and run again.</source>
        <comment>heartbeat: no answer, time</comment>
        <translation>%1，在 %2 之后。看看为什么，导出（Ctrl+E），或改一个滑块再运行一次。</translation>
    </message>
    <message>
        <source>Played again: Space plays and pauses, comma and full stop go by one event. The slider goes anywhere.</source>
        <translation>正在重放：空格键播放或暂停，逗号和句号逐个事件移动。滑块可到任意时刻。</translation>
    </message>
    <message>
        <source>Press Run (F5): the pairs connect, and %1 later comes the first fault: %2. Or change a slider first and see the prediction move.</source>
        <comment>time, fault</comment>
        <translation>点“运行”（F5）：连接对先建立，%1 后第一个故障到来：%2。也可以先移动滑块，看预测如何变化。</translation>
    </message>
    <message>
        <source>Connected. The first fault comes in %1: %2. Or click the cable to cut it now.</source>
        <comment>time, fault</comment>
        <translation>已连接。%1 后第一个故障到来：%2。也可以现在就点网线把它切断。</translation>
    </message>
    <message>
        <source>This run broke off; what was seen until then is kept. The message above says why and what helps.</source>
        <translation>这次运行中断了；此前看到的都保留着。上面的消息说明原因和对策。</translation>
    </message>
    <message>
        <source>Only loopback here, which has no such fault as “%1”: plan another.</source>
        <translation>这里只有回环，没有“%1”这种故障：请计划别的故障。</translation>
    </message>
    <message>
        <source>Only loopback here, where sysctl %1 is this machine&apos;s own: give it its default.</source>
        <translation>这里只有回环，sysctl %1 是本机自己的设置：请让它保持默认。</translation>
    </message>
    <message>
        <source>Only loopback here, which is no path between hosts: choose the path through a router.</source>
        <translation>这里只有回环，不是主机之间的路径：请选择经过路由器的路径。</translation>
    </message>
    <message>
        <source>Only loopback here, which has no neighbours: choose pinned ones.</source>
        <translation>这里只有回环，没有邻居：请选择固定的邻居。</translation>
    </message>
    <message>
        <source>%1 Kernel and place tells what this machine lacks.</source>
        <comment>a sentence</comment>
        <translation>%1“内核与场所”里说明这台机器缺什么。</translation>
    </message>
    <message>
        <source>Your guess first: drag the flag on the time line. Then press Run (F5).</source>
        <translation>先猜一猜：拖动时间线上的旗子。然后点“运行”（F5）。</translation>
    </message>
    <message>
        <source>The time limit ends this run in about %1; the next failure is predicted only in about %2.</source>
        <comment>time, time</comment>
        <translation>约 %1 之后时限会结束本次运行；下一个失败预计要到约 %2 之后。</translation>
    </message>
    <message>
        <source>Press Run (F5) to measure these settings; %1 leads back to the last run.</source>
        <comment>keys</comment>
        <translation>按“运行”（F5）测量这些设置；%1 回到上次运行。</translation>
    </message>
    <message>
        <source>About to fail: the client of “%1”. Its prediction&apos;s time has come.</source>
        <comment>a pair&apos;s name</comment>
        <translation>即将失败：“%1”的客户端，预测的时间已到。</translation>
    </message>
    <message>
        <source>About to fail: the server of “%1”. Its prediction&apos;s time has come.</source>
        <comment>a pair&apos;s name</comment>
        <translation>即将失败：“%1”的服务器，预测的时间已到。</translation>
    </message>
    <message>
        <source>The client of “%1” is the next to give up waiting, in about %2.</source>
        <comment>a pair&apos;s name, time</comment>
        <translation>下一个放弃等待的是“%1”的客户端，大约还有 %2。</translation>
    </message>
    <message>
        <source>The server of “%1” is the next to give up waiting, in about %2.</source>
        <comment>a pair&apos;s name, time</comment>
        <translation>下一个放弃等待的是“%1”的服务器，大约还有 %2。</translation>
    </message>
    <message>
        <source>The client of “%1” is the next to notice, in about %2.</source>
        <comment>a pair&apos;s name, time</comment>
        <translation>下一个发觉的是“%1”的客户端，大约还有 %2。</translation>
    </message>
    <message>
        <source>The server of “%1” is the next to notice, in about %2.</source>
        <comment>a pair&apos;s name, time</comment>
        <translation>下一个发觉的是“%1”的服务器，大约还有 %2。</translation>
    </message>
    <message>
        <source>The connection lives on, however long you wait. Stop the run (Esc) and read why.</source>
        <translation>无论等多久，连接都会存活。停止运行（Esc），看看为什么。</translation>
    </message>
    <message>
        <source>%1 of %2 waiting programs have noticed, and no other one will; the run ends in a moment.</source>
        <translation>%2 个等待的程序中有 %1 个已发觉，其余的不会发觉；运行马上结束。</translation>
    </message>
    <message>
        <source>The connection lived on: nobody had anything to notice. Read why, or change a slider and run again.</source>
        <translation>连接存活下来：没有什么可发觉的。看看为什么，或改一个滑块再运行一次。</translation>
    </message>
    <message>
        <source>%1 gave up waiting with %2 after %3, which says nothing about the peer. Read why, then switch SO_KEEPALIVE on and run again.</source>
        <comment>call, errno, time</comment>
        <translation>%1 在 %3 后以 %2 放弃等待，这并不说明对端的情况。看看为什么，然后打开 SO_KEEPALIVE 再运行一次。</translation>
    </message>
    <message>
        <source>%1 of %2 waiting programs noticed, the last after %3; who had closed the socket never will. Read why, export (Ctrl+E), or change a slider and run again.</source>
        <translation>%2 个等待的程序中有 %1 个发觉，最后一个在 %3 之后；已关闭套接字的永远不会发觉。看看为什么，导出（Ctrl+E），或改一个滑块再运行一次。</translation>
    </message>
    <message>
        <source>1 of %1 waiting programs noticed, after %2. Read why, export (Ctrl+E), or change a slider and run again.</source>
        <translation>%1 个等待的程序中有 1 个发觉，在 %2 之后。看看为什么，导出（Ctrl+E），或改一个滑块再运行一次。</translation>
    </message>
    <message>
        <source>%1 of %2 waiting programs noticed, the last after %3. Read why, export (Ctrl+E), or change a slider and run again.</source>
        <translation>%2 个等待的程序中有 %1 个发觉，最后一个在 %3 之后。看看为什么，导出（Ctrl+E），或改一个滑块再运行一次。</translation>
    </message>
    <message>
        <source>%1 failed with %2, %3 after the fault. Read why, export (Ctrl+E), or change a slider and run again.</source>
        <translation>%1 失败，错误是 %2，在故障后 %3。看看为什么，导出（Ctrl+E），或改一个滑块再运行一次。</translation>
    </message>
</context>
<context>
    <name>halfopen::NumberSpinBox</name>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>halfopen::OptionRow</name>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>whose, title, kernel name</comment>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>kernel default</source>
        <translation>内核默认</translation>
    </message>
    <message>
        <source>Kernel default for %1</source>
        <translation>%1 用内核默认值</translation>
    </message>
    <message>
        <source>Do not set it: the kernel&apos;s default rules</source>
        <translation>不设置：由内核的默认值决定</translation>
    </message>
    <message>
        <source>%1, slider</source>
        <translation>%1，滑块</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>unit</comment>
        <translation>单位 %1</translation>
    </message>
    <message>
        <source>default</source>
        <translation>默认</translation>
    </message>
</context>
<context>
    <name>halfopen::OptionWiring</name>
    <message>
        <source>Set it &amp;now</source>
        <translation>立即设置(&amp;N)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Client or Server, its options</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Change the living sockets: %1</source>
        <comment>options</comment>
        <translation>更改存活的套接字：%1</translation>
    </message>
</context>
<context>
    <name>halfopen::OverlayView</name>
    <message>
        <source>Runs laid over each other, aligned at the fault</source>
        <translation>多次运行叠放，按故障对齐</translation>
    </message>
</context>
<context>
    <name>halfopen::PairRow</name>
    <message>
        <source>pair %1</source>
        <translation>连接对 %1</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>连接对</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>连接对</translation>
    </message>
    <message>
        <source>Add a pair like this one</source>
        <translation>添加一个同样的连接对</translation>
    </message>
    <message>
        <source>Add a pair like this one (%1)</source>
        <translation>添加一个同样的连接对（%1）</translation>
    </message>
    <message>
        <source>Remove this pair</source>
        <translation>删除这个连接对</translation>
    </message>
    <message>
        <source>Add a pair</source>
        <translation>添加连接对</translation>
    </message>
    <message>
        <source>Duplicate a pair</source>
        <translation>复制连接对</translation>
    </message>
    <message>
        <source>Remove a pair</source>
        <translation>删除连接对</translation>
    </message>
    <message>
        <source>Rename the pair</source>
        <translation>重命名连接对</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Rename a pair</source>
        <translation>重命名连接对</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>no. </source>
        <comment>before the number of a pair</comment>
        <translation>第 </translation>
    </message>
</context>
<context>
    <name>halfopen::PanelFocus</name>
    <message>
        <source>&amp;Go to</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>下一个面板(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>上一个面板(&amp;P)</translation>
    </message>
    <message>
        <source>Float or doc&amp;k</source>
        <translation>浮动或停靠(&amp;K)</translation>
    </message>
</context>
<context>
    <name>halfopen::PlaceCheck</name>
    <message>
        <source>The agent did not finish its check.</source>
        <translation>代理程序没有完成检查。</translation>
    </message>
    <message>
        <source>The agent wrote a line that cannot be read: %1</source>
        <translation>代理程序写出了读不懂的一行：%1</translation>
    </message>
    <message>
        <source>The agent ended without checking anything.</source>
        <translation>代理程序什么都没检查就结束了。</translation>
    </message>
    <message>
        <source>The agent ended without checking anything. It said: %1</source>
        <translation>代理程序什么都没检查就结束了。它说：%1</translation>
    </message>
</context>
<context>
    <name>halfopen::PredictionBox</name>
    <message>
        <source>Predicted, without a fault</source>
        <translation>预测，无故障</translation>
    </message>
    <message>
        <source>Predicted from the cut</source>
        <translation>预测：从切断算起</translation>
    </message>
    <message>
        <source>Predicted from the kill</source>
        <translation>预测：从杀死算起</translation>
    </message>
    <message>
        <source>Predicted from the freeze</source>
        <translation>预测：从冻结算起</translation>
    </message>
    <message>
        <source>Predicted time</source>
        <translation>预测时间</translation>
    </message>
    <message>
        <source>Correct the option</source>
        <translation>更正选项</translation>
    </message>
    <message>
        <source>Next warning</source>
        <translation>下一个警告</translation>
    </message>
    <message>
        <source>no pair</source>
        <translation>没有连接对</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2 ›</source>
        <translation>%1/%2 ›</translation>
    </message>
    <message>
        <source>Correct an option</source>
        <translation>更正选项</translation>
    </message>
    <message>
        <source>Just show it</source>
        <translation>直接显示</translation>
    </message>
    <message>
        <source>Show the prediction without a guess</source>
        <translation>不猜，直接显示预测</translation>
    </message>
    <message>
        <source>This lesson asks for your guess first, in its panel or by the flag on the time line</source>
        <translation>这一课要你先猜一猜，在课程面板里填写，或拖动时间线上的旗子</translation>
    </message>
    <message>
        <source>Your guess first</source>
        <translation>先猜一猜</translation>
    </message>
    <message>
        <source>Changed: counts from the next run on. The one that goes on keeps its settings.</source>
        <translation>已更改：从下一次运行起生效。正在进行的运行保持原来的设置。</translation>
    </message>
    <message>
        <source>Predicted from the fault</source>
        <translation>自故障起的预测</translation>
    </message>
    <message>
        <source>With the timers that this run had at its fault. Before the run: %1</source>
        <comment>a predicted time</comment>
        <translation>按本次运行在故障时的定时器计算。运行之前：%1</translation>
    </message>
    <message>
        <source>As set; the kernel&apos;s timers round each of these times up a little, so the sum comes out a little shorter than the prediction.</source>
        <translation>按设置的值；内核的定时器会把这些时间各自略微向上取整，所以总和比预测略短。</translation>
    </message>
</context>
<context>
    <name>halfopen::ProjectorPanel</name>
    <message>
        <source>Predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>after the fault, %1 ends: press F5 to see it</source>
        <translation>故障后 %1 结束：按 F5 看看</translation>
    </message>
    <message>
        <source>predicted %1 after the fault</source>
        <translation>预测为故障后 %1</translation>
    </message>
    <message>
        <source>connected; the fault is still to come</source>
        <translation>已连接；故障还没有到</translation>
    </message>
    <message>
        <source>Still believing, after</source>
        <translation>仍然相信，已过</translation>
    </message>
    <message>
        <source>predicted: never</source>
        <translation>预测：永不</translation>
    </message>
    <message>
        <source>%1 fails in about</source>
        <translation>%1 失败，还有约</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>nobody noticed</source>
        <translation>没有人发觉</translation>
    </message>
    <message>
        <source>predicted %1</source>
        <translation>预测 %1</translation>
    </message>
    <message>
        <source>Measured: %1</source>
        <translation>实测：%1</translation>
    </message>
    <message>
        <source>predicted %1: %2</source>
        <translation>预测 %1：%2</translation>
    </message>
    <message>
        <source>nobody looks</source>
        <translation>没有程序在看</translation>
    </message>
    <message>
        <source>no program of this pair could notice anything</source>
        <translation>这个连接对中没有能够发觉的程序</translation>
    </message>
    <message>
        <source>The predicted and the measured time</source>
        <translation>预测时间和实测时间</translation>
    </message>
    <message>
        <source>your guess?</source>
        <translation>你猜？</translation>
    </message>
    <message>
        <source>drag the flag on the time line, then press Run (F5)</source>
        <translation>拖动时间线上的旗子，然后点“运行”（F5）</translation>
    </message>
    <message>
        <source>The run ended too early</source>
        <translation>运行结束得太早</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>没有测到</translation>
    </message>
    <message>
        <source>%1: press F5 to see it</source>
        <comment>why an end never notices</comment>
        <translation>%1：按 F5 看看</translation>
    </message>
    <message>
        <source>the hosts are being built and the pairs connected</source>
        <translation>正在建立主机并连接各对</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>a pair&apos;s name, what is told of it</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Living on, after</source>
        <comment>a connection, a time</comment>
        <translation>仍然存活，已过</translation>
    </message>
    <message>
        <source>predicted: lives on</source>
        <translation>预测：连接存活</translation>
    </message>
</context>
<context>
    <name>halfopen::QuantityText</name>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1–%2 s</source>
        <comment>from–to, seconds</comment>
        <translation>%1–%2 s</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from – to, with units</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 B</source>
        <comment>bytes</comment>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>errno %1</source>
        <translation>errno %1</translation>
    </message>
    <message>
        <source>%1–%2 ms</source>
        <comment>from–to, milliseconds</comment>
        <translation>%1–%2 ms</translation>
    </message>
</context>
<context>
    <name>halfopen::RecentFiles</name>
    <message>
        <source>&amp;%1 %2</source>
        <comment>number of the entry, file name</comment>
        <translation>&amp;%1 %2</translation>
    </message>
    <message>
        <source>%1 (not there)</source>
        <translation>%1（不存在）</translation>
    </message>
    <message>
        <source>%1 was moved or deleted, or its disk is not there.</source>
        <translation>%1 已被移动或删除，或者它的磁盘不在。</translation>
    </message>
    <message>
        <source>No file has been opened or saved yet</source>
        <translation>还没有打开或保存过文件</translation>
    </message>
    <message>
        <source>&amp;Clear the list</source>
        <translation>清除列表(&amp;C)</translation>
    </message>
</context>
<context>
    <name>halfopen::ReplayWiring</name>
    <message>
        <source>&amp;Play or pause</source>
        <translation>播放或暂停(&amp;P)</translation>
    </message>
    <message>
        <source>One event &amp;back</source>
        <translation>后退一个事件(&amp;B)</translation>
    </message>
    <message>
        <source>One event &amp;on</source>
        <translation>前进一个事件(&amp;O)</translation>
    </message>
    <message>
        <source>To the &amp;start of the run</source>
        <translation>到运行开头(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Whole run</source>
        <translation>整个运行(&amp;W)</translation>
    </message>
    <message>
        <source>Only runs in the history can be played again, and there is no history.</source>
        <translation>只有历史中的运行才能重放，而这里没有历史。</translation>
    </message>
</context>
<context>
    <name>halfopen::ResultChart</name>
    <message>
        <source>Measured minus predicted, in milliseconds</source>
        <translation>实测减预测，单位毫秒</translation>
    </message>
    <message>
        <source>Time until the call failed, in seconds</source>
        <translation>到调用失败为止的时间，单位秒</translation>
    </message>
    <message>
        <source>measured − predicted [ms]</source>
        <translation>实测 − 预测 [ms]</translation>
    </message>
    <message>
        <source>after the fault [s]</source>
        <translation>故障后 [s]</translation>
    </message>
    <message>
        <source>difference [ms]</source>
        <translation>差值 [ms]</translation>
    </message>
    <message>
        <source>time [s]</source>
        <translation>时间 [s]</translation>
    </message>
</context>
<context>
    <name>halfopen::ResultPages</name>
    <message>
        <source>Measured − predicted</source>
        <translation>实测 − 预测</translation>
    </message>
    <message>
        <source>milliseconds, band = what the rules allow</source>
        <translation>毫秒，色带 = 规则允许的范围</translation>
    </message>
    <message>
        <source>Time until the call failed</source>
        <translation>到调用失败为止的时间</translation>
    </message>
    <message>
        <source>bar = measured, green bracket = predicted</source>
        <translation>条 = 实测，绿色括号 = 预测</translation>
    </message>
    <message>
        <source>Result charts</source>
        <translation>结果图</translation>
    </message>
    <message>
        <source>Here stands how the times of many pairs spread, one curve for each set of options, as soon as calls have failed.</source>
        <translation>调用失败之后，这里会显示许多连接对的时间如何分布，每组选项一条曲线。</translation>
    </message>
    <message>
        <source>How the times spread</source>
        <translation>时间如何分布</translation>
    </message>
    <message>
        <source>Distribution of the times</source>
        <translation>时间的分布</translation>
    </message>
    <message>
        <source>Aligned at the fault</source>
        <translation>按故障对齐</translation>
    </message>
    <message>
        <source>Runs laid over each other</source>
        <translation>多次运行叠放</translation>
    </message>
    <message>
        <source>Here runs are laid over each other, aligned at the fault. Run the experiment, or pick runs in the history and press Compare.</source>
        <translation>这里把多次运行叠放，按故障对齐。请运行实验，或在历史中选择运行并点“比较”。</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n end(s) are drawn; the exported numbers have all of them.</source>
        <translation>
            <numerusform>画出了 %n 端中的前 %1 端；导出的数字包括全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>No end looks at its connection: nothing can fail.</source>
        <translation>没有程序在查看自己的连接：不会有调用失败。</translation>
    </message>
    <message>
        <source>Bars and dots appear when a run has measured them.</source>
        <translation>运行测得之后，这里会出现条和点。</translation>
    </message>
    <message numerus="yes">
        <source>The charts show the first %1 of %n row(s); the table has all of them.</source>
        <translation>
            <numerusform>图中显示 %n 行中的前 %1 行；表格包括全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your guess first: the prediction is told after it.</source>
        <translation>先猜一猜：之后才说出预测。</translation>
    </message>
    <message numerus="yes">
        <source>The first %1 of %n curve(s) are drawn; the exported numbers have all of them.</source>
        <translation>
            <numerusform>画出了 %n 条曲线中的前 %1 条；导出的数字包括全部。</numerusform>
        </translation>
    </message>
    <message>
        <source>⚑ %1: %2</source>
        <comment>name of a pair, why its numbers are flagged</comment>
        <translation>⚑ %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>Spread of %n end(s)</source>
        <translation>
            <numerusform>看 %n 端的分布</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::ResultTable</name>
    <message>
        <source>Results in numbers</source>
        <translation>结果的数字</translation>
    </message>
    <message>
        <source>Copy the rows</source>
        <translation>复制各行</translation>
    </message>
</context>
<context>
    <name>halfopen::ResultTableModel</name>
    <message>
        <source>not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>%1, flagged: %2</source>
        <translation>%1，标记：%2</translation>
    </message>
    <message>
        <source>run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>what</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>端数</translation>
    </message>
    <message>
        <source>call</source>
        <translation>调用</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What was compared: call, options and fault</source>
        <translation>比较的是什么：调用、选项和故障</translation>
    </message>
    <message>
        <source>measured
[s]</source>
        <translation>实测
[s]</translation>
    </message>
    <message>
        <source>from
[s]</source>
        <translation>从
[s]</translation>
    </message>
    <message>
        <source>to
[s]</source>
        <translation>到
[s]</translation>
    </message>
    <message>
        <source>predicted
[s]</source>
        <translation>预测
[s]</translation>
    </message>
    <message>
        <source>predicted
from [s]</source>
        <translation>预测
起点 [s]</translation>
    </message>
    <message>
        <source>predicted
to [s]</source>
        <translation>预测
终点 [s]</translation>
    </message>
    <message>
        <source>off by</source>
        <comment>measured minus predicted</comment>
        <translation>差值</translation>
    </message>
    <message>
        <source>Predicted time from the fault until the call ends</source>
        <translation>预测：从故障到调用结束的时间</translation>
    </message>
    <message>
        <source>Measured time from the fault until the call ended</source>
        <translation>实测：从故障到调用结束的时间</translation>
    </message>
    <message>
        <source>Measured minus predicted</source>
        <translation>实测减去预测</translation>
    </message>
    <message>
        <source>pred.
[s]</source>
        <comment>predicted, where there is hardly any room</comment>
        <translation>预测
[s]</translation>
    </message>
    <message>
        <source>meas.
[s]</source>
        <comment>measured, where there is hardly any room</comment>
        <translation>实测
[s]</translation>
    </message>
    <message>
        <source>off
[ms]</source>
        <comment>measured minus predicted, where there is hardly any room</comment>
        <translation>差值
[ms]</translation>
    </message>
</context>
<context>
    <name>halfopen::ResultTabs</name>
    <message>
        <source>Pages of the results</source>
        <translation>结果的各页</translation>
    </message>
    <message>
        <source>Charts</source>
        <comment>page of the results</comment>
        <translation>图</translation>
    </message>
    <message>
        <source>Measured minus predicted, and the time until the call failed</source>
        <translation>实测减预测，以及到调用失败为止的时间</translation>
    </message>
    <message>
        <source>Spread</source>
        <comment>page of the results</comment>
        <translation>分布</translation>
    </message>
    <message>
        <source>How the times of many pairs spread</source>
        <translation>许多连接对的时间如何分布</translation>
    </message>
    <message>
        <source>Overlay</source>
        <comment>page of the results</comment>
        <translation>叠放</translation>
    </message>
    <message>
        <source>Runs laid over each other, aligned at the fault</source>
        <translation>多次运行叠放，按故障对齐</translation>
    </message>
    <message>
        <source>Table</source>
        <comment>page of the results</comment>
        <translation>表格</translation>
    </message>
    <message>
        <source>The numbers, to sort and to copy</source>
        <translation>数字，可排序和复制</translation>
    </message>
</context>
<context>
    <name>halfopen::ResultsPanel</name>
    <message>
        <source>Keep earlier runs</source>
        <translation>保留以前的运行</translation>
    </message>
    <message>
        <source>Show the outcomes of the last runs below those of this one</source>
        <translation>把最近几次运行的结果显示在本次之下</translation>
    </message>
    <message>
        <source>Copy or export this page</source>
        <translation>复制或导出这一页</translation>
    </message>
    <message>
        <source>Done</source>
        <comment>ends the comparison of runs</comment>
        <translation>完成</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束比较</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n run(s) of the history…</source>
        <translation>
            <numerusform>正在读取历史中的 %n 次运行……</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparing %n run(s)</source>
        <translation>
            <numerusform>正在比较 %n 次运行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>how many runs are compared, in what their settings differ</comment>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>halfopen::RunController</name>
    <message>
        <source>The agent wrote a line that cannot be read: %1</source>
        <translation>代理程序写出了读不懂的一行：%1</translation>
    </message>
    <message>
        <source>The agent introduced itself twice.</source>
        <translation>代理程序自我介绍了两次。</translation>
    </message>
    <message>
        <source>The agent did not introduce itself: %1 is no agent of this program.</source>
        <translation>代理程序没有自我介绍：%1 不是本程序的代理程序。</translation>
    </message>
    <message>
        <source>The agent speaks protocol %1 and this program %2; install both from one version.</source>
        <translation>代理程序使用协议 %1，而本程序使用 %2；请安装同一版本的两者。</translation>
    </message>
    <message>
        <source>The fault &apos;%1&apos; could not be made: %2</source>
        <translation>无法制造故障“%1”：%2</translation>
    </message>
    <message>
        <source>The agent fell silent while it built the hosts and connected the pairs.</source>
        <translation>代理程序在建立主机和连接连接对时没了声音。</translation>
    </message>
    <message>
        <source>The agent said nothing for five seconds after it was started.</source>
        <translation>代理程序启动后五秒之内什么也没说。</translation>
    </message>
    <message>
        <source>The agent did not end the run at its time limit.</source>
        <translation>代理程序没有在时间上限结束运行。</translation>
    </message>
    <message>
        <source>The agent did not finish when it was asked to.</source>
        <translation>要求代理程序结束时，它没有结束。</translation>
    </message>
    <message>
        <source>The agent was ended by signal %1 in the middle of the run.</source>
        <translation>代理程序在运行途中被信号 %1 结束。</translation>
    </message>
    <message>
        <source>The agent ended in the middle of the run with status %1.</source>
        <translation>代理程序在运行途中以状态 %1 结束。</translation>
    </message>
    <message>
        <source>%1 It said: %2</source>
        <translation>%1它说：%2</translation>
    </message>
</context>
<context>
    <name>halfopen::RunKeeper</name>
    <message>
        <source>The history cannot be written: %1 Runs go on, but are not kept.</source>
        <translation>无法写入历史记录：%1运行照常进行，但不会保存。</translation>
    </message>
    <message>
        <source>The run was deleted from the history while it went on: it is not kept. The next run is kept again.</source>
        <translation>这次运行在进行时被从历史中删除：它不会保存。下一次运行会照常保存。</translation>
    </message>
</context>
<context>
    <name>halfopen::RunLoader</name>
    <message>
        <source>There is no history to read from.</source>
        <translation>没有可以读取的历史。</translation>
    </message>
</context>
<context>
    <name>halfopen::RunStatus</name>
    <message>
        <source>Progress of the run</source>
        <translation>运行进度</translation>
    </message>
    <message>
        <source>Break off the run</source>
        <translation>中断运行</translation>
    </message>
    <message>
        <source>Break off the run; what has been seen stays</source>
        <translation>中断运行；已经看到的会保留</translation>
    </message>
    <message>
        <source>Ready. Press Run, then watch the prediction come true.</source>
        <translation>就绪。点“运行”，看预测成真。</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>building the hosts and connecting the pairs</source>
        <translation>正在建立主机、连接各连接对</translation>
    </message>
    <message>
        <source>cleaning up</source>
        <translation>正在收尾</translation>
    </message>
    <message>
        <source>%1 after the fault</source>
        <translation>故障后 %1</translation>
    </message>
    <message>
        <source>connected, no fault yet</source>
        <translation>已连接，尚无故障</translation>
    </message>
    <message>
        <source>failing in about %1</source>
        <translation>约 %1 后失败</translation>
    </message>
    <message>
        <source>about to fail</source>
        <translation>即将失败</translation>
    </message>
    <message>
        <source>nobody will notice</source>
        <translation>不会有人发觉</translation>
    </message>
    <message>
        <source>Run %1 played again</source>
        <translation>正在重放运行 %1</translation>
    </message>
    <message>
        <source>The run came to nothing: nothing was measured.</source>
        <translation>这次运行没有结果：什么都没有测到。</translation>
    </message>
    <message>
        <source>it broke in its midst; what is missing was not measured</source>
        <translation>运行中途出了故障；缺的部分没有测到</translation>
    </message>
    <message>
        <source>This machine cannot run these settings.</source>
        <translation>这台机器不能按这些设置运行。</translation>
    </message>
    <message>
        <source>Ready. Your guess first, then press Run.</source>
        <translation>就绪。先猜一猜，再点“运行”。</translation>
    </message>
    <message>
        <source>Ready. Nobody looks at these sockets, so nobody will notice.</source>
        <translation>就绪。没有程序在看这些套接字，所以没有谁会察觉。</translation>
    </message>
    <message>
        <source>Ready. The map shows what is predicted; mark cells of it and measure them.</source>
        <translation>就绪。图中显示的是预测；标记其中的格子，再测量它们。</translation>
    </message>
    <message>
        <source>the time limit ends it in about %1</source>
        <comment>a run; time</comment>
        <translation>约 %1 之后时限会结束它</translation>
    </message>
    <message>
        <source>“%1” is failing in about %2</source>
        <comment>a pair&apos;s name, time</comment>
        <translation>“%1”大约 %2 后失败</translation>
    </message>
    <message>
        <source>“%1” is about to fail</source>
        <comment>a pair&apos;s name</comment>
        <translation>“%1”即将失败</translation>
    </message>
    <message>
        <source>the connection lives on</source>
        <translation>连接继续存活</translation>
    </message>
    <message>
        <source>%1 of %2 waiting programs have noticed</source>
        <translation>%2 个等待的程序中有 %1 个已发觉</translation>
    </message>
</context>
<context>
    <name>halfopen::SearchField</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
</context>
<context>
    <name>halfopen::SocketFilterBar</name>
    <message>
        <source>Filter: state, timer, address, name</source>
        <translation>筛选：状态、定时器、地址、名称</translation>
    </message>
    <message>
        <source>Filter of the socket table</source>
        <translation>套接字表筛选</translation>
    </message>
    <message>
        <source>Host whose sockets are shown</source>
        <translation>显示哪台主机的套接字</translation>
    </message>
    <message>
        <source>Both hosts</source>
        <translation>两台主机</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>This pair</source>
        <translation>本连接对</translation>
    </message>
    <message>
        <source>Only the selected pair</source>
        <translation>只显示所选连接对</translation>
    </message>
    <message>
        <source>Only the rows of the selected pair</source>
        <translation>只显示所选连接对的行</translation>
    </message>
    <message>
        <source>Timer runs</source>
        <translation>有定时器</translation>
    </message>
    <message>
        <source>Only sockets with a running timer</source>
        <translation>只显示有定时器运行的套接字</translation>
    </message>
    <message>
        <source>Only sockets with a timer that will fire; all others wait for ever</source>
        <translation>只显示有定时器会到期的套接字；其他的都会永远等下去</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Columns of the socket table</source>
        <translation>套接字表的列</translation>
    </message>
    <message>
        <source>Which fields of /proc/net/tcp and TCP_INFO are shown</source>
        <translation>显示 /proc/net/tcp 和 TCP_INFO 的哪些字段</translation>
    </message>
</context>
<context>
    <name>halfopen::SocketPanel</name>
    <message>
        <source>Sockets of both hosts</source>
        <translation>两台主机的套接字</translation>
    </message>
    <message>
        <source>The rows of /proc/net/tcp of both hosts, ten times a second, as soon as a run has begun.</source>
        <translation>运行一开始，两台主机 /proc/net/tcp 的各行就显示在这里，每秒十次。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>No socket is like that. Clear the filter to see all of them.</source>
        <translation>没有这样的套接字。清除筛选即可看到全部。</translation>
    </message>
    <message>
        <source>at the time line&apos;s cursor: %1</source>
        <translation>时间线光标处：%1</translation>
    </message>
    <message>
        <source>at the replay&apos;s instant: %1</source>
        <translation>重放所到之处：%1</translation>
    </message>
    <message>
        <source>%1 before the start</source>
        <translation>开始前 %1</translation>
    </message>
    <message>
        <source>%1 after the start</source>
        <translation>开始后 %1</translation>
    </message>
    <message>
        <source>%1 before the fault</source>
        <translation>故障前 %1</translation>
    </message>
    <message>
        <source>%1 after the fault</source>
        <translation>故障后 %1</translation>
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
    <name>halfopen::SpreadText</name>
    <message>
        <source>%1, run %2</source>
        <comment>condition, time and title of the run</comment>
        <translation>%1，运行 %2</translation>
    </message>
    <message>
        <source>all ends</source>
        <translation>全部各端</translation>
    </message>
    <message>
        <source>none has failed</source>
        <translation>没有一端失败</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>%1 之后失败</translation>
    </message>
    <message numerus="yes">
        <source>%n end(s)</source>
        <comment>all of them have failed</comment>
        <translation>
            <numerusform>%n 端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n end(s) failed</source>
        <translation>
            <numerusform>%n 端中有 %1 端失败</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: median %2, from %3 to %4</source>
        <comment>how many ends, three times</comment>
        <translation>%1：中位数 %2，从 %3 到 %4</translation>
    </message>
    <message>
        <source>%1; half of them between %2 and %3</source>
        <comment>the sentence so far, two times</comment>
        <translation>%1；其中一半在 %2 和 %3 之间</translation>
    </message>
</context>
<context>
    <name>halfopen::StoredResults</name>
    <message>
        <source>At most %1 runs can be compared at a time; the first %1 are shown.</source>
        <translation>一次最多可以比较 %1 次运行；显示前 %1 次。</translation>
    </message>
</context>
<context>
    <name>halfopen::SweepPage</name>
    <message>
        <source>%1, %2</source>
        <comment>name of a pair, client or server</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>whose, what its program does</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>扫描</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横轴</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>纵轴</translation>
    </message>
    <message>
        <source>Maps</source>
        <comment>a third axis: a small map for each value</comment>
        <translation>小图</translation>
    </message>
    <message>
        <source>Axes</source>
        <translation>坐标轴</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>图中显示什么</translation>
    </message>
    <message>
        <source>Time until it is noticed</source>
        <translation>多久才察觉</translation>
    </message>
    <message>
        <source>Which limit decides</source>
        <translation>由哪个限度决定</translation>
    </message>
    <message>
        <source>Whose call is looked at</source>
        <translation>看谁的调用</translation>
    </message>
    <message>
        <source>Around the experiment</source>
        <translation>以实验为中心</translation>
    </message>
    <message>
        <source>Choose all ranges anew, around the values that the experiment has now</source>
        <translation>围绕实验现在的值重新选择各轴的范围</translation>
    </message>
    <message>
        <source>Copy or export this map</source>
        <translation>复制或导出这张图</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>回到运行</translation>
    </message>
    <message>
        <source>Show hosts and time line again (F9)</source>
        <translation>重新显示主机和时间线（F9）</translation>
    </message>
    <message>
        <source>%1 %2–%3</source>
        <comment>kernel name, least and largest value</comment>
        <translation>%1 %2–%3</translation>
    </message>
    <message>
        <source>Point at a cell, or walk with the arrow keys; a click makes it the experiment.</source>
        <translation>指向一格，或用方向键移动；单击即以此格为实验。</translation>
    </message>
    <message>
        <source>&amp;Make this cell the experiment</source>
        <translation>以此格为实验(&amp;M)</translation>
    </message>
    <message>
        <source>Forget all mar&amp;ks</source>
        <translation>清除全部标记(&amp;K)</translation>
    </message>
    <message>
        <source> cells</source>
        <comment>behind a number</comment>
        <translation> 格</translation>
    </message>
    <message>
        <source>How many cells the sample has</source>
        <translation>抽样取多少格</translation>
    </message>
    <message>
        <source>Mark a sample</source>
        <translation>标记抽样</translation>
    </message>
    <message>
        <source>Mark about so many cells, spread over the map, that the time limit leaves room for. Or drag over the map, or Shift-click cells.</source>
        <translation>在全图均匀标记大约这么多格，且在时间上限之内。也可以在图上拖动，或按住 Shift 单击各格。</translation>
    </message>
    <message>
        <source>Run the marked cells on the real kernel, side by side where they can be</source>
        <translation>在真实内核上运行所标记的格，能并行的就并行</translation>
    </message>
    <message>
        <source>How far the measurement is</source>
        <translation>实测的进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Break off the measurement</source>
        <translation>中止实测</translation>
    </message>
    <message numerus="yes">
        <source>Measure %n cell(s)</source>
        <translation>
            <numerusform>实测 %n 格</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure marked cells</source>
        <translation>实测标记的格</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n measured cell(s) as predicted</source>
        <translation>
            <numerusform>实测 %n 格，%1 格与预测一致</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Measuring %n cell(s), run %1 of %2: %3 of about %4</source>
        <comment>two times</comment>
        <translation>
            <numerusform>正在实测 %n 格，第 %1 次运行（共 %2 次）：%3，约需 %4</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>halfopen::SweepWords</name>
    <message>
        <source>%1 %2</source>
        <comment>kernel name, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>from the fault until it is noticed (logarithmic)</source>
        <comment>beside a scale of times</comment>
        <translation>从故障到察觉的时间（对数）</translation>
    </message>
    <message>
        <source>from the fault until it is noticed</source>
        <comment>beside a scale of times</comment>
        <translation>从故障到察觉的时间</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <comment>milliseconds</comment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>never, or thinly drawn: perhaps never</source>
        <translation>永不察觉；细线：可能永不</translation>
    </message>
    <message>
        <source>perhaps never</source>
        <translation>可能永不察觉</translation>
    </message>
    <message>
        <source>never noticed</source>
        <translation>永不察觉</translation>
    </message>
    <message>
        <source>this experiment</source>
        <translation>当前实验</translation>
    </message>
    <message>
        <source>nearest to this experiment</source>
        <translation>离当前实验最近</translation>
    </message>
    <message>
        <source>measured, as predicted</source>
        <translation>实测，与预测一致</translation>
    </message>
    <message>
        <source>measured, not as predicted</source>
        <translation>实测，与预测不符</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>已标记</translation>
    </message>
    <message>
        <source>↑ %1</source>
        <comment>title of the upright axis</comment>
        <translation>↑ %1</translation>
    </message>
    <message>
        <source>%1 →</source>
        <comment>title of the level axis</comment>
        <translation>%1 →</translation>
    </message>
    <message>
        <source>Which limit decides</source>
        <translation>由哪个限度决定</translation>
    </message>
    <message>
        <source>Time until a dead peer is noticed</source>
        <translation>多久才察觉对端已死</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>title, client or server, what its program does</comment>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>Predicted from the rules of the kernel.</source>
        <translation>按内核规则预测。</translation>
    </message>
    <message>
        <source>Predicted from the rules of the kernel; signs: measured on it.</source>
        <translation>按内核规则预测；符号：在内核上实测。</translation>
    </message>
    <message>
        <source>%1; fault: %2</source>
        <translation>%1；故障：%2</translation>
    </message>
    <message>
        <source>Linux %1 · HZ %2 · Halfopen %3</source>
        <translation>Linux %1 · HZ %2 · Halfopen %3</translation>
    </message>
    <message>
        <source>No cell is marked that can be run. Drag over the map, or press Space on a cell.</source>
        <translation>没有标记能运行的格。请在图上拖动，或在一格上按空格键。</translation>
    </message>
    <message>
        <source>A run is going on. Stop it, or wait for its end, and measure then.</source>
        <translation>有一次运行正在进行。请停止它或等它结束，再实测。</translation>
    </message>
    <message>
        <source>The map is just being worked out. Measure when it is there.</source>
        <translation>图还在计算。请等它完成后再实测。</translation>
    </message>
    <message>
        <source>The lesson asks for your guess first: this map would tell the answer.</source>
        <translation>课程要你先猜：这张图会说出答案。</translation>
    </message>
    <message>
        <source>No end of this experiment looks at its socket, so nobody would notice anything. Give one an activity such as recv().</source>
        <translation>这个实验没有一端看自己的套接字，所以谁也不会察觉。请给一端设一个活动，例如 recv()。</translation>
    </message>
    <message>
        <source>Nothing happens to the peer in this experiment, so there is nothing to notice. Add a fault.</source>
        <translation>这个实验中对端没有任何变故，所以没有什么可察觉的。请加一个故障。</translation>
    </message>
    <message>
        <source>Two axes are the same number. Choose another one for one of them.</source>
        <translation>有两条轴是同一个数。请给其中一条另选一个。</translation>
    </message>
    <message>
        <source>The third axis has %1 values, but there is room for %2 small maps. Take fewer values.</source>
        <translation>第三轴有 %1 个值，但只放得下 %2 张小图。请少取几个值。</translation>
    </message>
    <message>
        <source>The map would have %1 cells, but has room for %2. Take fewer values; halfopen-cli sweep takes more.</source>
        <translation>图会有 %1 格，但只放得下 %2 格。请少取几个值；halfopen-cli sweep 可以更多。</translation>
    </message>
    <message>
        <source>Set %1</source>
        <comment>values of an experiment</comment>
        <translation>设置 %1</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>both hosts</source>
        <comment>whose sysctl</comment>
        <translation>两台主机</translation>
    </message>
    <message>
        <source>fault %1</source>
        <comment>of a script, counted from 1</comment>
        <translation>故障 %1</translation>
    </message>
    <message>
        <source>the run</source>
        <comment>whose time limit</comment>
        <translation>运行</translation>
    </message>
    <message>
        <source>How much one send() hands over.</source>
        <translation>一次 send() 交出多少。</translation>
    </message>
    <message>
        <source>The pause between two calls of send().</source>
        <translation>两次 send() 调用之间的停顿。</translation>
    </message>
    <message>
        <source>How long after the first fault the request is sent.</source>
        <translation>第一个故障之后多久发出请求。</translation>
    </message>
    <message>
        <source>From one question of the program&apos;s heartbeat to the next.</source>
        <translation>程序心跳的两次询问之间。</translation>
    </message>
    <message>
        <source>Silence of the peer after which the program&apos;s heartbeat gives up.</source>
        <translation>对端沉默多久之后，程序的心跳放弃。</translation>
    </message>
    <message>
        <source>When the fault comes, counted from the moment when all pairs are armed.</source>
        <translation>故障何时发生，从所有连接对就绪的时刻算起。</translation>
    </message>
    <message>
        <source>How long the fault lasts before it heals by itself.</source>
        <translation>故障持续多久后自行恢复。</translation>
    </message>
    <message>
        <source>The share of packets that is dropped, by chance.</source>
        <translation>随机丢弃的数据包的比例。</translation>
    </message>
    <message>
        <source>Which of the packets is dropped, counted from 1.</source>
        <translation>丢弃第几个数据包，从 1 数起。</translation>
    </message>
    <message>
        <source>How much later each packet is handed on.</source>
        <translation>每个数据包推迟多久转交。</translation>
    </message>
    <message>
        <source>How long a connection may be silent before the NAT forgets it.</source>
        <translation>连接可以沉默多久，NAT 才忘记它。</translation>
    </message>
    <message>
        <source>From the fault to the first answer of the host that is back.</source>
        <translation>从故障到恢复的主机第一次应答。</translation>
    </message>
    <message>
        <source>When the run ends at the latest. No kernel looks at it, so it changes no prediction.</source>
        <translation>运行最迟何时结束。内核不看它，所以它不改变预测。</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two ways in which it may end</comment>
        <translation> 或 </translation>
    </message>
    <message>
        <source>Nobody looks: its program is gone, or holds the socket without a call.</source>
        <translation>没有人看：它的程序不在了，或者拿着套接字而不调用。</translation>
    </message>
    <message>
        <source>Predicted: never noticed.</source>
        <translation>预测：永不察觉。</translation>
    </message>
    <message>
        <source>Predicted: %1, or never; %2; decided by: %3.</source>
        <comment>time, call, limit</comment>
        <translation>预测：%1，或永不；%2；由“%3”决定。</translation>
    </message>
    <message>
        <source>Predicted: %1; %2; decided by: %3.</source>
        <comment>time, call, limit</comment>
        <translation>预测：%1；%2；由“%3”决定。</translation>
    </message>
    <message>
        <source>Measured: %1, %2: %3.</source>
        <comment>time, call, verdict</comment>
        <translation>实测：%1，%2：%3。</translation>
    </message>
    <message>
        <source>Measured: noticed nothing: %1.</source>
        <comment>verdict</comment>
        <translation>实测：什么也没有察觉：%1。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>kernel name, whose</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 [%2]</source>
        <comment>kernel name, unit</comment>
        <translation>%1 [%2]</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number, unit</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>keepalive count</source>
        <translation>保活次数</translation>
    </message>
    <message>
        <source>user timeout</source>
        <translation>用户超时</translation>
    </message>
    <message>
        <source>retransmission limit</source>
        <translation>重传上限</translation>
    </message>
    <message>
        <source>window probes</source>
        <translation>窗口探测</translation>
    </message>
    <message>
        <source>SYN retries</source>
        <translation>SYN 重试次数</translation>
    </message>
    <message>
        <source>orphan limit</source>
        <translation>孤儿套接字上限</translation>
    </message>
    <message>
        <source>the call&apos;s own limit</source>
        <translation>调用自己的时限</translation>
    </message>
    <message>
        <source>RST of the peer</source>
        <translation>对端的 RST</translation>
    </message>
    <message>
        <source>FIN of the peer</source>
        <translation>对端的 FIN</translation>
    </message>
    <message>
        <source>this end itself</source>
        <translation>本端自己</translation>
    </message>
    <message>
        <source>refused by the kernel: out of range</source>
        <translation>内核拒绝：超出范围</translation>
    </message>
    <message>
        <source>out of range</source>
        <translation>超出范围</translation>
    </message>
    <message>
        <source>%1. Refused: %2</source>
        <comment>values, a sentence</comment>
        <translation>%1。拒绝：%2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>values, a sentence</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>In its run the pair is called “cell %1”.</source>
        <translation>在它的运行中，这个连接对名为“cell %1”。</translation>
    </message>
    <message>
        <source>Predicted: the connection lives on.</source>
        <translation>预测：连接继续存活。</translation>
    </message>
</context>
<context>
    <name>halfopen::TimeAxis</name>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>0 s</source>
        <translation>0 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>halfopen::TimelineHeader</name>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Which end the time line shows</source>
        <translation>时间线显示哪一端</translation>
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
        <source>both ends</source>
        <translation>两端</translation>
    </message>
    <message>
        <source>Scale of the time axis</source>
        <translation>时间轴的刻度</translation>
    </message>
    <message>
        <source>√ time</source>
        <translation>√ 时间</translation>
    </message>
    <message>
        <source>follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep now in sight while a run goes on</source>
        <translation>运行时让当前时刻保持可见</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>from the history</source>
        <translation>来自历史</translation>
    </message>
    <message>
        <source>√ and log time keep back-off from 0.2 s to minutes readable; in log time each doubling has the same width</source>
        <translation>√ 时间和对数时间让 0.2 s 到数分钟的退避都看得清；在对数时间中，每次加倍的宽度相同</translation>
    </message>
    <message>
        <source>linear</source>
        <comment>time scale</comment>
        <translation>线性</translation>
    </message>
    <message>
        <source>log time</source>
        <translation>对数时间</translation>
    </message>
    <message>
        <source>One pair with all its lanes, or one lane of all pairs</source>
        <translation>一个连接对的全部泳道，或所有连接对的同一条泳道</translation>
    </message>
    <message>
        <source>One pair with all its lanes, or the same lane of all pairs under one another: a race</source>
        <translation>一个连接对的全部泳道，或所有连接对的同一条泳道上下排列：一场赛跑</translation>
    </message>
    <message>
        <source>one pair</source>
        <translation>单个连接对</translation>
    </message>
    <message>
        <source>all: calls</source>
        <comment>the same lane of all pairs</comment>
        <translation>全部：调用</translation>
    </message>
    <message>
        <source>all: states</source>
        <comment>the same lane of all pairs</comment>
        <translation>全部：状态</translation>
    </message>
    <message>
        <source>all: timers</source>
        <comment>the same lane of all pairs</comment>
        <translation>全部：定时器</translation>
    </message>
    <message>
        <source>all: wire</source>
        <comment>the same lane of all pairs</comment>
        <translation>全部：线路</translation>
    </message>
    <message>
        <source>played again</source>
        <translation>重放</translation>
    </message>
</context>
<context>
    <name>halfopen::TimelineView</name>
    <message>
        <source>Show everything	Home</source>
        <translation>显示全部	Home</translation>
    </message>
    <message>
        <source>Count from the fault</source>
        <translation>从故障算起</translation>
    </message>
    <message>
        <source>Client&apos;s side</source>
        <translation>客户端一侧</translation>
    </message>
    <message>
        <source>Server&apos;s side</source>
        <translation>服务器一侧</translation>
    </message>
    <message>
        <source>Calls and states of both ends</source>
        <translation>两端的调用和状态</translation>
    </message>
    <message>
        <source>Time line</source>
        <translation>时间线</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>还没有可显示的内容。</translation>
    </message>
    <message>
        <source>T&amp;ime line</source>
        <translation>时间线(&amp;I)</translation>
    </message>
    <message>
        <source>Follow the run	End</source>
        <translation>跟随运行	End</translation>
    </message>
    <message>
        <source>Linear time	S</source>
        <translation>线性时间	S</translation>
    </message>
    <message>
        <source>Square-root time: back-off stays readable	S</source>
        <translation>平方根时间：退避仍看得清	S</translation>
    </message>
    <message>
        <source>Logarithmic time: each doubling has the same width	S</source>
        <translation>对数时间：每次加倍的宽度相同	S</translation>
    </message>
    <message>
        <source>All pairs under one another</source>
        <translation>所有连接对上下排列</translation>
    </message>
    <message>
        <source>Only the selected pair</source>
        <translation>只显示所选连接对</translation>
    </message>
    <message>
        <source>Set or end a measure at the cursor	M</source>
        <translation>在光标处开始或结束测量	M</translation>
    </message>
    <message>
        <source>Let go of cursor, measure and event	Esc</source>
        <translation>放开光标、测量和事件	Esc</translation>
    </message>
    <message>
        <source>zoom to %1</source>
        <comment>time</comment>
        <translation>缩放到 %1</translation>
    </message>
    <message>
        <source>Rows of pairs</source>
        <translation>各连接对的行</translation>
    </message>
    <message>
        <source>Measured: %1</source>
        <comment>time</comment>
        <translation>测得：%1</translation>
    </message>
    <message>
        <source>Measured: %1, %2</source>
        <comment>time, packets</comment>
        <translation>测得：%1，%2</translation>
    </message>
    <message>
        <source>Picked: %1</source>
        <comment>an event</comment>
        <translation>已选取：%1</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>上一个事件</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一个事件</translation>
    </message>
    <message>
        <source>Pick the event at the cursor</source>
        <translation>选中光标处的事件</translation>
    </message>
    <message>
        <source>TCP_INFO over time</source>
        <translation>TCP_INFO 随时间</translation>
    </message>
    <message>
        <source>No lane for it	I</source>
        <translation>不显示此通道	I</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a value of TCP_INFO, its meaning</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Pick the event at the cursor	Enter</source>
        <translation>选中光标处的事件	Enter</translation>
    </message>
</context>
<context>
    <name>halfopen::TopologyView</name>
    <message>
        <source>Hosts and cable</source>
        <translation>主机与网线</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what to do, why it is not possible</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>halfopen::TransportBar</name>
    <message>
        <source>Replay</source>
        <translation>重放</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what a button does, its key</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>To the start of the run</source>
        <translation>到运行开头</translation>
    </message>
    <message>
        <source>Ctrl+Home</source>
        <translation>Ctrl+Home</translation>
    </message>
    <message>
        <source>Play the run again</source>
        <translation>重放这次运行</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>the key</comment>
        <translation>空格</translation>
    </message>
    <message>
        <source>One event back</source>
        <translation>后退一个事件</translation>
    </message>
    <message>
        <source>One event on</source>
        <translation>前进一个事件</translation>
    </message>
    <message>
        <source>To the end of the run</source>
        <translation>到运行末尾</translation>
    </message>
    <message>
        <source>Ctrl+End</source>
        <translation>Ctrl+End</translation>
    </message>
    <message>
        <source>Leave the replay and show the whole run</source>
        <translation>结束重放，显示整个运行</translation>
    </message>
    <message>
        <source>Instant of the run</source>
        <translation>运行中的时刻</translation>
    </message>
    <message>
        <source>Speed of the replay</source>
        <translation>重放速度</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>so many times the run&apos;s own speed</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>reading the run, %1 %</source>
        <translation>正在读取运行，%1 %</translation>
    </message>
    <message>
        <source>whole run</source>
        <translation>整个运行</translation>
    </message>
    <message>
        <source>%1 s since the fault</source>
        <comment>seconds</comment>
        <translation>故障后 %1 s</translation>
    </message>
    <message>
        <source>%1 s since the start</source>
        <comment>seconds</comment>
        <translation>开始后 %1 s</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>%1 · event %2 of %3</source>
        <comment>time, number, number</comment>
        <translation>%1 · 第 %2 个事件，共 %3 个</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 · %2/%3</source>
        <comment>time, number of an event, of so many</comment>
        <translation>%1 · %2/%3</translation>
    </message>
</context>
<context>
    <name>halfopen::WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>How long does your socket go on believing in a dead peer?</source>
        <translation>对端已死，你的套接字还会相信它多久？</translation>
    </message>
    <message>
        <source>A reader</source>
        <translation>读取方</translation>
    </message>
    <message>
        <source>You will see the kernel&apos;s timer run down, three probes vanish, and recv() fail after half a minute.</source>
        <translation>你会看到内核的定时器走完、三个探测消失，半分钟后 recv() 失败。</translation>
    </message>
    <message>
        <source>A sender</source>
        <translation>发送方</translation>
    </message>
    <message>
        <source>You will see send() go on succeeding into a dead connection, and which timer ends it.</source>
        <translation>你会看到 send() 对着死掉的连接仍然一直成功，以及由哪个定时器结束它。</translation>
    </message>
    <message>
        <source>My own settings</source>
        <translation>我自己的设置</translation>
    </message>
    <message>
        <source>One connection, a cut after one second, and every option under a slider.</source>
        <translation>一个连接，一秒后切断，每个选项都有滑块。</translation>
    </message>
    <message>
        <source>You will see the predicted time follow each slider; then press Run and let the kernel answer.</source>
        <translation>你会看到预测时间随每个滑块变化；然后点“运行”，让内核来回答。</translation>
    </message>
    <message>
        <source>Just show me: a connection that dies in six seconds</source>
        <translation>先看个例子：六秒内死去的连接</translation>
    </message>
    <message>
        <source>Why does my read hang for ever?</source>
        <translation>我的 read 为什么一直挂起？</translation>
    </message>
    <message>
        <source>Sets keepalive to 30/1/3. Its program waits in recv() while the cable is cut; after 30 s of silence its kernel asks every second, and gives up after 3 questions without an answer.</source>
        <translation>把保活设为 30/1/3。网线被切断时，它的程序正等在 recv() 里；静默 30 s 之后，它的内核每秒询问一次，3 次没有回答就放弃。</translation>
    </message>
    <message>
        <source>Sets an impatient keepalive, 3/1/3. Its program calls send() in a loop while the cable is cut.</source>
        <translation>把保活设得很急：3/1/3。网线被切断时，它的程序正在循环调用 send()。</translation>
    </message>
</context>
<context>
    <name>halfopen::WhyPanel</name>
    <message>
        <source>Why the selected end notices or not</source>
        <translation>所选的一端为什么会发觉或不会发觉</translation>
    </message>
    <message>
        <source>before the run</source>
        <translation>运行之前</translation>
    </message>
    <message>
        <source>the run goes on</source>
        <translation>运行进行中</translation>
    </message>
    <message>
        <source>after the run</source>
        <translation>运行之后</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the explanation</source>
        <translation>复制解释</translation>
    </message>
    <message>
        <source>Copies the whole explanation as text</source>
        <translation>把全部解释复制为文本</translation>
    </message>
    <message>
        <source>Select a pair, in the time line or in the table of sockets. Here stands then which limit decides about its ends, every step with its predicted and its measured time, and what does not happen and why.</source>
        <translation>请在时间线或套接字表中选择一个连接对。这里会说明由哪个上限决定它的两端、每一步的预测时间和实测时间，以及什么没有发生、为什么。</translation>
    </message>
    <message>
        <source>What decides</source>
        <translation>由什么决定</translation>
    </message>
    <message>
        <source>Step by step, since the fault</source>
        <translation>故障以来，逐步说明</translation>
    </message>
    <message>
        <source>Step by step, since the start</source>
        <translation>开始以来，逐步说明</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>看到了什么</translation>
    </message>
    <message>
        <source>What does not happen, and why</source>
        <translation>什么没有发生，为什么</translation>
    </message>
    <message>
        <source>And otherwise</source>
        <translation>换一种情况</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>%1, lost</source>
        <comment>time of a packet</comment>
        <translation>%1，丢失</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>not seen</source>
        <translation>没有看到</translation>
    </message>
    <message>
        <source>Your guess first</source>
        <translation>先猜一猜</translation>
    </message>
    <message>
        <source>Say in the lesson, or with the flag on the time line, when this end will notice. Then the reason stands here.</source>
        <translation>请在课程里，或用时间线上的旗子，说出这一端什么时候会发觉。之后这里会说明原因。</translation>
    </message>
    <message>
        <source>Just show it</source>
        <translation>直接显示</translation>
    </message>
    <message>
        <source>predicted: %1</source>
        <translation>预测：%1</translation>
    </message>
    <message>
        <source>measured: %1, %2</source>
        <comment>time, by how much it differs from the prediction</comment>
        <translation>实测：%1，%2</translation>
    </message>
    <message>
        <source>What the kernels counted since the fault</source>
        <translation>故障以来各内核的计数</translation>
    </message>
    <message>
        <source>What the kernels counted since the start</source>
        <translation>开始以来各内核的计数</translation>
    </message>
    <message>
        <source>client %1, server %2</source>
        <comment>a counter&apos;s increase on each host</comment>
        <translation>客户端 %1，服务器 %2</translation>
    </message>
    <message>
        <source>played again, up to here</source>
        <translation>重放到此处</translation>
    </message>
    <message>
        <source>%1 of “%2” · %3</source>
        <comment>end, name of the pair, before or after the run</comment>
        <translation>“%2”的%1 · %3</translation>
    </message>
</context>
<context>
    <name>halfopen::WindowExports</name>
    <message>
        <source>&amp;Time line</source>
        <translation>时间线(&amp;T)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>导出(&amp;X)</translation>
    </message>
    <message>
        <source>T&amp;imes until the call failed</source>
        <translation>到调用失败为止的时间(&amp;I)</translation>
    </message>
    <message>
        <source>Di&amp;stribution</source>
        <translation>分布(&amp;S)</translation>
    </message>
    <message>
        <source>Runs &amp;laid over each other</source>
        <translation>多次运行叠放(&amp;L)</translation>
    </message>
    <message>
        <source>S&amp;weep</source>
        <translation>扫描(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Measured − predicted</source>
        <translation>实测 − 预测(&amp;M)</translation>
    </message>
</context>
<context>
    <name>halfopen::WindowHistory</name>
    <message>
        <source>Export the outcomes</source>
        <translation>导出结果</translation>
    </message>
</context>
<context>
    <name>halfopen::WindowPackets</name>
    <message>
        <source>&amp;Record packets</source>
        <translation>记录数据包(&amp;R)</translation>
    </message>
    <message>
        <source>Write every packet of a run into a file for Wireshark</source>
        <translation>把运行中的每个数据包写入供 Wireshark 打开的文件</translation>
    </message>
    <message>
        <source>Record senders at full &amp;speed too</source>
        <translation>也记录全速发送(&amp;S)</translation>
    </message>
    <message>
        <source>A sender at full speed makes files of gigabytes</source>
        <translation>全速发送会产生数 GB 的文件</translation>
    </message>
    <message>
        <source>Save &amp;packets as pcapng…</source>
        <translation>数据包另存为 pcapng(&amp;P)…</translation>
    </message>
    <message>
        <source>Open in &amp;Wireshark</source>
        <translation>用 Wireshark 打开(&amp;W)</translation>
    </message>
    <message>
        <source>The run is not over yet.</source>
        <translation>运行尚未结束。</translation>
    </message>
    <message>
        <source>No packets were recorded: run an experiment in namespaces with packets recorded (menu Experiment).</source>
        <translation>没有记录数据包：请在命名空间中运行实验并开启记录（“实验”菜单）。</translation>
    </message>
    <message>
        <source>Wireshark is not installed, or not in PATH.</source>
        <translation>未安装 Wireshark，或不在 PATH 中。</translation>
    </message>
    <message>
        <source>Save the packets of the run</source>
        <translation>保存本次运行的数据包</translation>
    </message>
    <message>
        <source>Packet captures (*.pcapng)</source>
        <translation>抓包文件 (*.pcapng)</translation>
    </message>
    <message>
        <source>Could not write %1: %2. Choose another place.</source>
        <comment>path, reason</comment>
        <translation>无法写入 %1：%2。请选择其他位置。</translation>
    </message>
    <message>
        <source>Wireshark did not start.</source>
        <translation>Wireshark 未能启动。</translation>
    </message>
    <message>
        <source>The packets are just being copied.</source>
        <translation>正在复制数据包。</translation>
    </message>
    <message>
        <source>The packets could not be copied for Wireshark: %1.</source>
        <comment>reason</comment>
        <translation>无法为 Wireshark 复制数据包：%1。</translation>
    </message>
    <message>
        <source>The packets of this run are not kept any more. Run it again to record them.</source>
        <translation>这次运行的数据包已不再保留。请再运行一次来记录它们。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Shows how long your sockets go on believing in a dead peer, and why.</source>
        <translation>显示你的套接字会继续相信死掉的对端多久，以及为什么。</translation>
    </message>
    <message>
        <source>No lesson was found beside the program; name an experiment file.</source>
        <translation>在程序旁边没有找到课程；请给出一个实验文件。</translation>
    </message>
    <message>
        <source>There is no file and no lesson named &apos;%1&apos;; halfopen-cli lessons lists them.</source>
        <translation>没有名为“%1”的文件或课程；halfopen-cli lessons 会列出课程。</translation>
    </message>
    <message>
        <source>Run without a window, print the outcomes, write CSV and pictures.</source>
        <translation>不显示窗口地运行，打印结果，写出 CSV 和图片。</translation>
    </message>
    <message>
        <source>With --headless: the folder for the files (default: halfopen-results).</source>
        <translation>与 --headless 一起用：存放文件的文件夹（默认：halfopen-results）。</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Open this lesson.</source>
        <translation>打开这一课。</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>课程名</translation>
    </message>
    <message>
        <source>Run at once.</source>
        <translation>立即运行。</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>实验</translation>
    </message>
    <message>
        <source>An experiment file, or the stem of a lesson.</source>
        <translation>实验文件，或课程名。</translation>
    </message>
    <message>
        <source>[FILE|LESSON]</source>
        <translation>[文件|课程]</translation>
    </message>
    <message>
        <source>No window can be opened on the display %1. Check DISPLAY or WAYLAND_DISPLAY, or do without a window: halfopen --headless or halfopen-cli.</source>
        <translation>无法在显示器 %1 上打开窗口。请检查 DISPLAY 或 WAYLAND_DISPLAY，或者不用窗口：halfopen --headless 或 halfopen-cli。</translation>
    </message>
    <message>
        <source>There is no lesson named &apos;%1&apos;; halfopen-cli lessons lists them.</source>
        <translation>没有名为“%1”的课程；halfopen-cli lessons 会列出课程。</translation>
    </message>
</context>
</TS>
