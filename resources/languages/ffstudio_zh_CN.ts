<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>ffstudio</name>
        <message>
            <location filename="../../ffstudio" />
            <source>Layer {layer}</source>
            <translation>层 {layer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio" />
            <source>Next</source>
            <translation>下一步</translation>
        </message>
        <message>
            <location filename="../../ffstudio" />
            <source>This loss makes the gap between an image's positive and negative version grow; no threshold parts all images.</source>
            <translation>此损失使一张图像的正版本与负版本之间的差距增大；没有阈值分开所有图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio" />
            <source>layer {layer}</source>
            <translation>层 {layer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio" />
            <source>{net}</source>
            <translation>{net}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>It may be damaged.</source>
            <translation>它可能已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>Open the model again.</source>
            <translation>请重新打开模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>Save the model again after it has seen an image.</source>
            <translation>让模型处理过一张图像后再保存一次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The architecture is damaged.</source>
            <translation>架构已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The file does not say what the network's input looks like.</source>
            <translation>文件没有说明网络的输入是什么样的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The file is refused.</source>
            <translation>此文件被拒绝。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The file may be damaged.</source>
            <translation>文件可能已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The layer inside {layer_name} is missing.</source>
            <translation>{layer_name} 内的层缺失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The layer {layer_name} ({kind}) does not fit its input ({given}).</source>
            <translation>层 {layer_name}（{kind}）与其输入（{given}）不符。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The layer {layer_name} ({kind}) does not fit its input.</source>
            <translation>层 {layer_name}（{kind}）与其输入不符。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The layer {layer_name} would put out {values} numbers per image.</source>
            <translation>层 {layer_name} 每张图像会输出 {values} 个数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The layer {left_name} is fed by nothing.</source>
            <translation>层 {left_name} 没有任何输入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The network has no layer {name}.</source>
            <translation>网络没有层 {name}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The network has too many layers.</source>
            <translation>网络的层太多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The network inside {layer_name} is missing.</source>
            <translation>{layer_name} 内的网络缺失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The network's input is missing.</source>
            <translation>网络的输入缺失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>The network's output is missing.</source>
            <translation>网络的输出缺失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>There is no layer {kind}.</source>
            <translation>没有 {kind} 这种层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/architecture.py" />
            <source>Two layers of the network have one name.</source>
            <translation>网络中有两层同名。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/cards.py" />
            <source>The reader's answer is damaged.</source>
            <translation>读取程序的回答已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/cards.py" />
            <source>Try again.</source>
            <translation>请再试一次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/kinds/setting_readers.py" />
            <source>Get a fresh copy.</source>
            <translation>请重新获取一份副本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/kinds/setting_readers.py" />
            <source>The setting {key} of the layer {layer} ({kind}) cannot be used: {value}.</source>
            <translation>层 {layer}（{kind}）的设置 {key} 无法使用：{value}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/kinds/setting_readers.py" />
            <source>The settings of {name} are damaged.</source>
            <translation>{name} 的设置已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/network.py" />
            <source>The description of the net is damaged.</source>
            <translation>网络的描述已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/network.py" />
            <source>This {role} takes sequences of {size} numbers, not a picture.</source>
            <translation>此{role}接收 {size} 个数的序列，而不是图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/network.py" />
            <source>This {role} takes {count} inputs at once, not one picture.</source>
            <translation>此{role}同时接收 {count} 个输入，而不是一张图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/network.py" />
            <source>This {role} takes {size} whole numbers, such as words of a text, not a picture.</source>
            <translation>此{role}接收 {size} 个整数，例如文本中的词，而不是图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>0–16 (scikit-learn's digits)</source>
            <translation>0–16（scikit-learn 的数字）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>1 − x/127.5 (black on white)</source>
            <translation>1 − x/127.5（白底黑字）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>1 − x/255 (black on white)</source>
            <translation>1 − x/255（白底黑字）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>255 − x (black on white)</source>
            <translation>255 − x（白底黑字）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>Look at its layers; digits cannot be tried on it.</source>
            <translation>请查看它的各层；不能用数字试它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>The model takes no grey images.</source>
            <translation>此模型不接受灰度图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>The preprocessing is damaged.</source>
            <translation>预处理已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>cut and scaled to {size}</source>
            <translation>裁剪并缩放到 {size}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>flat</source>
            <translation>展平</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>framed to {size}</source>
            <translation>加边框到 {size}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>mean 0, deviation 1 in every image</source>
            <translation>每张图像均值 0、标准差 1</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>raw 0–255</source>
            <translation>原始值 0–255</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>rows and columns exchanged</source>
            <translation>行与列互换</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>scaled to {size}</source>
            <translation>缩放到 {size}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>turned left</source>
            <translation>向左旋转</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>turned right</source>
            <translation>向右旋转</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/preprocessing.py" />
            <source>upside down</source>
            <translation>上下颠倒</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/roles.py" />
            <source>its output lies in −1…1</source>
            <translation>其输出在 −1…1 之间</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/roles.py" />
            <source>its own layer {layer_name} brings them to fractions</source>
            <translation>其自身的层 {layer_name} 将它们化为小数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/describe/roles.py" />
            <source>its own layer {layer_name} standardises them</source>
            <translation>其自身的层 {layer_name} 将它们标准化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errand.py" />
            <source> of {total}</source>
            <translation>/{total}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errand.py" />
            <source>It was cancelled.</source>
            <translation>已取消。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errand.py" />
            <source>{self_text} {done} of {total}</source>
            <translation>{self_text} {done}/{total}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errand.py" />
            <source>{self_text} {done}{whole} MB</source>
            <translation>{self_text} {done}{whole} MB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Choose a file.</source>
            <translation>选择一个文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Choose another file.</source>
            <translation>请选择其他文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Close it there and open it again.</source>
            <translation>请在那里关闭它，再重新打开。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Close it there, or copy it to a place of your own.</source>
            <translation>请在那里关闭它，或复制到您自己的位置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Close other programs.</source>
            <translation>请关闭其他程序。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Copy it to this computer's disk and open the copy.</source>
            <translation>请复制到这台电脑的磁盘并打开副本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Give it a shorter one.</source>
            <translation>请给它一个较短的名称。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>Have its permissions changed, or copy it to a place of your own.</source>
            <translation>请修改其权限，或复制到您自己的位置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>a part of the path is a file, not a folder</source>
            <translation>路径的一部分是文件，不是文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>another program is using it</source>
            <translation>另一个程序正在使用它</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: its links lead round in a circle.</source>
            <translation>无法读取：其链接形成循环。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: its name is too long.</source>
            <translation>无法读取：其名称太长。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: the disk reports a fault.</source>
            <translation>无法读取：磁盘报告故障。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: the place where it lies does not answer.</source>
            <translation>无法读取：它所在的位置没有响应。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: there is not enough memory.</source>
            <translation>无法读取：内存不足。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>cannot be read: too many files are open.</source>
            <translation>无法读取：打开的文件太多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>is a folder.</source>
            <translation>是一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>is in use by another program.</source>
            <translation>正被另一个程序使用。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>is locked by another program.</source>
            <translation>被另一个程序锁定。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>is not there: a part of its path is a file.</source>
            <translation>不存在：其路径的一部分是文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>is not there: moved, renamed or deleted.</source>
            <translation>不存在：已移动、重命名或删除。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>it is a folder</source>
            <translation>它是一个文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>it would be too large for this disk</source>
            <translation>对此磁盘来说太大</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>it would have to move to another disk</source>
            <translation>它必须移到另一个磁盘</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>its links lead round in a circle</source>
            <translation>它的链接形成了循环</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>may not be read: you lack the permission.</source>
            <translation>不能读取：您没有权限。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>no safe connection to the server</source>
            <translation>与服务器没有安全连接</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the connection was broken off</source>
            <translation>连接已中断</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the disk is full</source>
            <translation>磁盘已满</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the disk is write-protected</source>
            <translation>磁盘有写保护</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the disk reports a fault</source>
            <translation>磁盘报告故障</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the folder is not empty</source>
            <translation>文件夹不是空的</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the name is too long</source>
            <translation>名称太长</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server answers {getattr} {reason}</source>
            <translation>服务器回答 {getattr} {reason}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server broke the connection off</source>
            <translation>服务器中断了连接</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server cannot be reached</source>
            <translation>无法访问服务器</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server does not answer</source>
            <translation>服务器没有响应</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server refuses the connection</source>
            <translation>服务器拒绝连接</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server was not found; is there a connection to the internet?</source>
            <translation>找不到服务器；有互联网连接吗？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the server's certificate is not trusted; is the clock right?</source>
            <translation>服务器的证书不受信任；时钟准确吗？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the system does not allow this name or place</source>
            <translation>系统不允许此名称或位置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>the system is too busy</source>
            <translation>系统太忙</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>there is no connection to the internet</source>
            <translation>没有互联网连接</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>there is no such file or folder</source>
            <translation>没有这样的文件或文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>there is not enough memory</source>
            <translation>内存不足</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>there is something of that name</source>
            <translation>已有同名的内容</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>too many files are open</source>
            <translation>打开的文件太多</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>you may not: permission is missing</source>
            <translation>没有权限</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>your share of the disk is used up</source>
            <translation>您的磁盘配额已用完</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>{name} cannot be read ({error_words}).</source>
            <translation>{name} 无法读取（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/errors.py" />
            <source>{name} may not be read: another program has it open, or you lack the permission.</source>
            <translation>{name} 不能读取：另一个程序打开了它，或您没有权限。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>Is {name} meant?</source>
            <translation>是指 {name} 吗？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>Set one setting at a time.</source>
            <translation>每次只设置一个设置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>Settings are named as in an experiment file, for example epochs, ff.negatives or layers.0.units.</source>
            <translation>设置的名称与实验文件中相同，例如 epochs、ff.negatives 或 layers.0.units。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>The last is {number}.</source>
            <translation>最后一个是 {number}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>There is no setting {name}.{suggest}</source>
            <translation>没有设置 {name}。{suggest}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>There is no setting {name}: layers are counted from 0, the first; there is none {step}.</source>
            <translation>没有设置 {name}：层从 0（第一层）开始计数；没有第 {step} 层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>{name} cannot be set.</source>
            <translation>{name} 不能设置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/by_name.py" />
            <source>{name}: {text} is read as {number}.</source>
            <translation>{name}：{text} 被读作 {number}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>A newer ffstudio may have written it; update ffstudio, or ask for another code.</source>
            <translation>可能由更新的 ffstudio 写出；请更新 ffstudio 或索取另一个代码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>Ask for another one.</source>
            <translation>请索取另一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>Codes begin with ffs{CODE_VERSION}:.</source>
            <translation>代码以 ffs{CODE_VERSION}: 开头。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>Copy it again, from ffs to its last letter.</source>
            <translation>请重新复制，从 ffs 到最后一个字母。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>The experiment in this code cannot be used: {message}</source>
            <translation>此代码中的实验无法使用：{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>This code holds no experiment.</source>
            <translation>此代码不含实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>This code is cut off or has been changed.</source>
            <translation>此代码被截断或已被更改。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>This code is of a newer ffstudio (it begins with {head}).</source>
            <translation>此代码属于更新的 ffstudio（以 {head} 开头）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>This is no code of an experiment.</source>
            <translation>这不是实验代码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/codes.py" />
            <source>Update ffstudio to use it.</source>
            <translation>请更新 ffstudio 再使用它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/costs.py" />
            <source>Layer {i}</source>
            <translation>层 {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>Backprop: </source>
            <translation>反向传播：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>Backprop: {label}</source>
            <translation>反向传播：{label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>First weights</source>
            <translation>初始权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>Layer {i}: </source>
            <translation>层 {i}：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>Layer {i}: {label}</source>
            <translation>层 {i}：{label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/differences.py" />
            <source>the net itself</source>
            <translation>网络本身</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>Give one {"kernel": [[…]], "bias": […]} per layer, the output last, or leave them out.</source>
            <translation>请为每层给出一个 {"kernel": [[…]], "bias": […]}，输出层在最后，或略去它们。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>Save such a net as a model file.</source>
            <translation>请将此类网络保存为模型文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>The experiment's weights are more than {MOST_NUMBERS} numbers.</source>
            <translation>实验的权重超过 {MOST_NUMBERS} 个数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>The experiment's weights are not a list of layers.</source>
            <translation>实验的权重不是层的列表。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>The rows of {where}.kernel are not of one length: one number per unit.</source>
            <translation>{where}.kernel 的各行长度不同：每个单元一个数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>given by hand are for {weights} layers; the net has {units} with the output</source>
            <translation>是手工为 {weights} 层给定的；网络连同输出有 {units} 层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>given by hand for {name} are {num_inputs} × {num_units}; it needs {given} × {wanted}</source>
            <translation>手工为{name}给定的是 {num_inputs} × {num_units}；它需要 {given} × {wanted}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>layer {i}</source>
            <translation>层 {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>the output</source>
            <translation>输出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where} holds a number that is not finite.</source>
            <translation>{where} 中有一个数不是有限值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where} holds something that is no number.</source>
            <translation>{where} 中有非数字内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where} is not a list of numbers.</source>
            <translation>{where} 不是数的列表。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where} needs a kernel and may have a bias, and nothing else.</source>
            <translation>{where} 需要 kernel，可有 bias，别无其他。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where}.bias needs {kernel} numbers, one per unit.</source>
            <translation>{where}.bias 需要 {kernel} 个数，每个单元一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/hand_weights.py" />
            <source>{where}.kernel is not a list of rows, one per input.</source>
            <translation>{where}.kernel 不是行的列表，每个输入一行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>No layer has dropout.</source>
            <translation>没有层使用 dropout。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>Only goodness that scores every class has a class loss.</source>
            <translation>只有为每个类别评分的优度才有类别损失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>Only inner loops have inner steps.</source>
            <translation>只有内循环才有内部步。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>Only nets with top-down connections run in frames.</source>
            <translation>只有带自上而下连接的网络才按帧运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>There is no collaboration.</source>
            <translation>没有协作。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>There is no read-out.</source>
            <translation>没有读出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/idle.py" />
            <source>There is one pass for all labels, so one mask.</source>
            <translation>所有标签共用一次前向，因此只有一个掩码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/keras_script.py" />
            <source>Its experiment file repeats it in ffstudio.</source>
            <translation>它的实验文件可在 ffstudio 中重复它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/keras_script.py" />
            <source>Layer {i} ({kinds}) is not dense: a script has dense layers only.</source>
            <translation>第 {i} 层（{kinds}）不是全连接层：脚本只支持全连接层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/keras_script.py" />
            <source>No script can be made of this experiment. {obstacles}</source>
            <translation>无法为此实验生成脚本。{obstacles}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/keras_script.py" />
            <source>The net comes out of a model file: a script has nets of the builder alone.</source>
            <translation>网络来自模型文件：脚本只支持构建器中的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/keras_script.py" />
            <source>Weights given by hand are not in scripts: let chance choose them.</source>
            <translation>脚本不含手工给定的权重：请让它们随机选取。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/batch_norm.py" />
            <source>Batch normalisation</source>
            <translation>批量归一化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/batch_norm.py" />
            <source>Mean 0 and deviation 1 over the mini-batch, then a scale and a shift that are learnt (Ioffe and Szegedy 2015). Backprop only.</source>
            <translation>在小批量上均值为 0、标准差为 1，再加上可学习的缩放和平移（Ioffe 和 Szegedy 2015）。仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source> with these strides and edges</source>
            <translation>（采用这些步幅和边缘）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source> without bias</source>
            <translation>（无偏置）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>Channels</source>
            <translation>通道</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>Convolution</source>
            <translation>卷积</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>Every channel slides one small kernel over the image. Convolutions come before dense layers.</source>
            <translation>每个通道在图像上滑动一个小卷积核。卷积位于全连接层之前。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>Set it to {smallest}.</source>
            <translation>设为 {smallest}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>Turn it off.</source>
            <translation>将其关闭。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>conv {side}×{side}</source>
            <translation>卷积 {side}×{side}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>is larger than the image below, {below}×{below_2}</source>
            <translation>大于下面的图像 {below}×{below_2}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>stride {stride}</source>
            <translation>步幅 {stride}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/conv.py" />
            <source>{pooling} pool</source>
            <translation>{pooling} 池化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dense.py" />
            <source>Dense</source>
            <translation>全连接</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dense.py" />
            <source>Every neuron sees all of the layer below.</source>
            <translation>每个神经元看到下层的全部。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dropout.py" />
            <source>Dropout</source>
            <translation>Dropout（随机失活）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dropout.py" />
            <source>Sets a share of the values to zero while training. Backprop only.</source>
            <translation>训练时将一部分值置零。仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dropout.py" />
            <source>Share</source>
            <translation>比例</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/dropout.py" />
            <source>dropout {dropout}</source>
            <translation>随机失活 {dropout}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/flatten.py" />
            <source>Flatten</source>
            <translation>展平</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/flatten.py" />
            <source>Places and channels in one row. Backprop only.</source>
            <translation>将位置和通道排成一行。仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/kind.py" />
            <source>leaves nothing of an image of {below}×{below_2}</source>
            <translation>使 {below}×{below_2} 的图像什么都不剩</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/pooling.py" />
            <source>Average pooling</source>
            <translation>平均池化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/pooling.py" />
            <source>Max pooling</source>
            <translation>最大池化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/pooling.py" />
            <source>Set it to {value}.</source>
            <translation>设为 {value}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/pooling.py" />
            <source>The largest value of each block. Backprop only.</source>
            <translation>每块的最大值。仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/pooling.py" />
            <source>The mean of each block. Backprop only.</source>
            <translation>每块的平均值。仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>GRU</source>
            <translation>GRU</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>Gated recurrent unit, row by row. Backprop only.</source>
            <translation>门控循环单元，逐行。仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>LSTM</source>
            <translation>LSTM</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>Long short-term memory, row by row. Backprop only.</source>
            <translation>长短期记忆，逐行。仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>Reads the image row by row, from the top. Backprop only.</source>
            <translation>从上到下逐行读取图像。仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_kinds/recurrent.py" />
            <source>Simple RNN</source>
            <translation>简单 RNN</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Activation</source>
            <translation>激活函数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Adagrad</source>
            <translation>Adagrad</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Adaptive moments: a good default.</source>
            <translation>自适应矩估计：良好的默认选择。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Average 2×2</source>
            <translation>平均 2×2</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Averages the gradient over about ten steps.</source>
            <translation>对大约十步的梯度取平均。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Bias</source>
            <translation>偏置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Block</source>
            <translation>块</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Divides by a running mean of the gradient's size.</source>
            <translation>除以梯度大小的滑动平均。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Divides by all gradients so far: steps only get smaller.</source>
            <translation>除以迄今为止的所有梯度：步长只会变小。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Each step takes this share of the learning rate off every weight (decoupled, AdamW).</source>
            <translation>每一步从每个权重减去学习率的这个比例（解耦，AdamW）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Edges</source>
            <translation>边缘</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Function applied to each neuron's weighted sum.</source>
            <translation>作用于每个神经元加权和的函数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Goodness above it counts as positive. Near 1 for mean of squares, near the number of units for sum of squares, below 0 where goodness is made small. The pair losses do not use it.</source>
            <translation>高于它的优度算作正。均方时接近 1，平方和时接近单元数，使优度变小时低于 0。成对损失不使用它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Inside only</source>
            <translation>仅内部</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Kernel size</source>
            <translation>卷积核大小</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Learns</source>
            <translation>学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Learns in backprop</source>
            <translation>在反向传播中学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Local loss</source>
            <translation>局部损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Makes a convolution's output half as wide and high.</source>
            <translation>使卷积的输出宽高减半。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Maximum 2×2</source>
            <translation>最大 2×2</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>None</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Number of neurons in this layer; of channels in a convolution; of values that a recurrent layer remembers.</source>
            <translation>此层的神经元数；卷积中为通道数；循环层中为其记住的值的个数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Off freezes the layer in the Forward-Forward net: its weights and its optimizer's memory stay as they are, and its gradient is not computed.</source>
            <translation>关闭则冻结 Forward-Forward 网络中的此层：其权重和优化器的记忆保持不变，也不计算其梯度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Off freezes the layer in the backprop net: its weights and their moments stay as they are; the error still goes through it to the layers below.</source>
            <translation>关闭则冻结反向传播网络中的此层：其权重和矩保持不变；误差仍经过它传到下面的层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>One more weight per unit, added to the sum. Off for backprop only.</source>
            <translation>每个单元多一个权重，加到总和上。关闭仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Optimizer</source>
            <translation>优化器</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Penalty on the sum of absolute weights.</source>
            <translation>对权重绝对值之和的惩罚。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Penalty on the sum of squared weights.</source>
            <translation>对权重平方和的惩罚。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Pixels from one place of a convolution's kernel to the next. Above 1 for backprop only.</source>
            <translation>卷积核从一个位置到下一个位置的像素数。大于 1 仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Plain stochastic gradient descent.</source>
            <translation>普通随机梯度下降。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Pooling</source>
            <translation>池化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>RMSprop</source>
            <translation>RMSprop</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Root mean square 2×2</source>
            <translation>均方根 2×2</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>SGD with momentum 0.9</source>
            <translation>动量为 0.9 的 SGD</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Share of this layer's outputs set to zero at each training step.</source>
            <translation>每个训练步中此层输出被置零的比例。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Step size of this layer's own optimizer in Forward-Forward.</source>
            <translation>此层自己的优化器在 Forward-Forward 中的步长。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Stride</source>
            <translation>步幅</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>The largest of each 2×2 pixels.</source>
            <translation>每 2×2 像素中的最大值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>The mean of each 2×2 pixels.</source>
            <translation>每 2×2 像素的平均值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>The output is as large as the input.</source>
            <translation>输出与输入一样大。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>The output is smaller. Backprop only.</source>
            <translation>输出较小。仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>The root of the mean of the squares of each 2×2 pixels, which keeps their energy (ASGE, arXiv 2509.12394); a backprop net takes their mean.</source>
            <translation>每 2×2 像素平方平均的平方根，保留其能量（ASGE，arXiv 2509.12394）；反向传播网络取其平均。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>This layer's own optimizer.</source>
            <translation>此层自己的优化器。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Threshold θ</source>
            <translation>阈值 θ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Units</source>
            <translation>单元</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Weight decay</source>
            <translation>权重衰减</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>What a convolution does at the edges of the image.</source>
            <translation>卷积在图像边缘怎么做。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>What this layer alone tries to make small.</source>
            <translation>仅这一层试图减小的量。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Width and height of a convolution's kernel.</source>
            <translation>卷积核的宽和高。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Width and height of the blocks that a pooling layer makes one value of.</source>
            <translation>池化层将其变为一个值的块的宽和高。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>Zeros around</source>
            <translation>四周补零</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layer_settings.py" />
            <source>px</source>
            <translation>px</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layers.py" />
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layers.py" />
            <source>What the layer does. Dense layers and convolutions can learn by Forward-Forward; all others are for backprop alone.</source>
            <translation>该层做什么。全连接层和卷积可以用 Forward-Forward 学习；其余仅限反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layers.py" />
            <source>frozen</source>
            <translation>已冻结</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layers.py" />
            <source>frozen in BP</source>
            <translation>在 BP 中冻结</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/layers.py" />
            <source>frozen in FF</source>
            <translation>在 FF 中冻结</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/loose_weights.py" />
            <source> and </source>
            <translation> 和 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/loose_weights.py" />
            <source>a number</source>
            <translation>一个数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/loose_weights.py" />
            <source>{path} has no weights in the file: there is a layer too many</source>
            <translation>{path} 在文件中没有权重：多了一层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/loose_weights.py" />
            <source>{path} needs {text}; {one_name} in the file is {text_2}</source>
            <translation>{path} 需要 {text}；文件中的 {one_name} 是 {text_2}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/loose_weights.py" />
            <source>{waiting_name} in the file has no layer to go to</source>
            <translation>文件中的 {waiting_name} 没有对应的层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/presets.py" />
            <source>Known are: {ORDER}.</source>
            <translation>已知的有：{ORDER}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/presets.py" />
            <source>There is no preset {name}.</source>
            <translation>没有预设 {name}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Add one layer.</source>
            <translation>添加一层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Backprop</source>
            <translation>反向传播</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Choose a preset or build a net.</source>
            <translation>选择一个预设或建立一个网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Choose the data set it was made for.</source>
            <translation>选择它所针对的数据集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Forward-Forward</source>
            <translation>Forward-Forward</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Hold back 10 % for validation.</source>
            <translation>留出 10 % 用于验证。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Layer {layer}: {label}</source>
            <translation>层 {layer}：{label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Let each layer be on its own.</source>
            <translation>让每一层独立。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Make it dense.</source>
            <translation>改为全连接。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Set it to {legal}.</source>
            <translation>设为 {legal}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Set it to {usual}.</source>
            <translation>设为 {usual}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Start from random weights.</source>
            <translation>从随机权重开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>Train backprop only.</source>
            <translation>只训练反向传播。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>a net out of a file can be trained by backprop only</source>
            <translation>来自文件的网络只能用反向传播训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>a net whose output has no bias</source>
            <translation>输出没有偏置的网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>cannot be a convolution above a dense layer, whose units have no place</source>
            <translation>不能是位于全连接层之上的卷积，因为其单元没有位置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>cannot be this one: Forward-Forward cannot train {what}</source>
            <translation>不能是这个：Forward-Forward 无法训练{what}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>early stopping needs validation images</source>
            <translation>提前停止需要验证图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>layer {at} ({kind_label}){obstacles}</source>
            <translation>层 {at}（{kind_label}）{obstacles}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>leaves nothing of the image</source>
            <translation>使图像什么都不剩</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>must be {either} 0 for this goodness</source>
            <translation>对此优度必须{either} 0</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>needs layers that learn together, not inner loops</source>
            <translation>需要共同学习的层，而不是内循环</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>no file has been chosen</source>
            <translation>尚未选择文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>the net</source>
            <translation>该网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>the net has no hidden layer</source>
            <translation>网络没有隐藏层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>the net tells {num_outputs} classes apart, the data set has {num_classes}</source>
            <translation>网络区分 {num_outputs} 个类别，数据集有 {num_classes} 个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>weights given by hand are for a net of dense layers</source>
            <translation>手工给定的权重用于全连接层的网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>weights given by hand tell {num_units} classes apart; the data set has {num_classes}</source>
            <translation>手工给定的权重区分 {num_units} 个类别；数据集有 {num_classes} 个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>weights {misfit}</source>
            <translation>权重{misfit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>{source} cannot be trained on images: t{why}</source>
            <translation>{source} 不能在图像上训练：{why}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>{source} has {inputs} inputs; one image can be handed to it, no more</source>
            <translation>{source} 有 {inputs} 个输入；只能给它一张图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/problems.py" />
            <source>{source} is {article} {role}; only classifiers can be trained here</source>
            <translation>{source} 是{role}；这里只能训练分类器</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Add "layers": [ … ].</source>
            <translation>请添加 "layers": [ … ]。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Add "version": {EXPERIMENT_VERSION}.</source>
            <translation>请添加 "version": {EXPERIMENT_VERSION}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>An experiment file is JSON and holds "format": "{EXPERIMENT_FORMAT}".</source>
            <translation>实验文件是 JSON，并包含 "format": "{EXPERIMENT_FORMAT}"。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Choose an experiment (.json); 'ffstudio inspect' tells what is in a model file.</source>
            <translation>请选择实验（.json）；'ffstudio inspect' 说明模型文件的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Choose an experiment saved by ffstudio.</source>
            <translation>请选择由 ffstudio 保存的实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Correct the experiment file.</source>
            <translation>请更正实验文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Known are: {known}.</source>
            <translation>已知的有：{known}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Name a data set in data.name, or give a file or folder of images and labels in data.path.</source>
            <translation>请在 data.name 中指定数据集，或在 data.path 中给出图像和标签的文件或文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Remove one of the two.</source>
            <translation>请删除其中之一。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>The experiment does not say which format it has.</source>
            <translation>实验没有说明其格式版本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>The experiment has no list of layers.</source>
            <translation>实验没有层列表。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>The experiment is empty.</source>
            <translation>实验是空的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>The experiment names "{key}" twice in one place.</source>
            <translation>实验在同一处两次指定 "{key}"。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>The experiment's data.path {data} is no file of images and labels.</source>
            <translation>实验的 data.path {data} 不是图像和标签的文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>This experiment was written by a newer ffstudio (format {version}).</source>
            <translation>此实验由更新的 ffstudio 写出（格式 {version}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>This is not an ffstudio experiment.</source>
            <translation>这不是 ffstudio 实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>This is not valid JSON (nested too deep).</source>
            <translation>这不是有效的 JSON（嵌套太深）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>This is not valid JSON ({error}).</source>
            <translation>这不是有效的 JSON（{error}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Unknown setting{s} {unknown} in {where}.</source>
            <translation>{where} 中有未知设置 {unknown}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>Update ffstudio to open it.</source>
            <translation>请更新 ffstudio 再打开它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>ff.first_voting_layer must be a whole number of 1 or more.</source>
            <translation>ff.first_voting_layer 必须是 1 或更大的整数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>the experiment</source>
            <translation>该实验</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>{path} is no experiment: it is not a text file.</source>
            <translation>{path} 不是实验：它不是文本文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/reading.py" />
            <source>{where} must be an object with named settings.</source>
            <translation>{where} 必须是带有命名设置的对象。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>All layers learn together.</source>
            <translation>所有层一起学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>All layers on each mini-batch</source>
            <translation>每个小批量训练所有层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>All other layers</source>
            <translation>所有其他层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Also trains a softmax on the normalised activities, with a neutral label: one pass classifies (Hinton 2022, 3.3). No gradient reaches the layers.</source>
            <translation>另外在归一化的活动上训练一个 softmax，使用中性标签：一次前向即可分类（Hinton 2022，3.3）。没有梯度传到各层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Always 1.</source>
            <translation>总是 1。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>An image's positive and negative version lose the same units.</source>
            <translation>图像的正版本和负版本丢弃相同的单元。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Applied to each layer's input so that only its direction tells.</source>
            <translation>作用于每层的输入，使只有其方向传递信息。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Backprop only</source>
            <translation>仅反向传播</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Batch size</source>
            <translation>批量大小</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Both have masks of their own, which adds noise to the difference that pair losses look at.</source>
            <translation>两者各有自己的掩码，这会给成对损失所看的差值增加噪声。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Both nets see each mini-batch in turn.</source>
            <translation>两个网络依次看到每个小批量。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Class loss</source>
            <translation>类别损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Collaboration</source>
            <translation>协作</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Collaboration strength γ</source>
            <translation>协作强度 γ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Copies of the one-hot label, one after the other: more pixels or units that tell it.</source>
            <translation>独热标签的副本，依次排列：更多像素或单元表示它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Decides initial weights, data order and negatives: the same seed gives the same run.</source>
            <translation>决定初始权重、数据顺序和负样本：相同的种子给出相同的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Description</source>
            <translation>描述</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Dropout mask</source>
            <translation>Dropout 掩码</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Each layer is on its own (Hinton 2022).</source>
            <translation>每一层独立（Hinton 2022）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Earlier layers</source>
            <translation>较前的层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Early stopping</source>
            <translation>提前停止</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Epochs</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Factor on the other layers' goodness.</source>
            <translation>其他层优度的系数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>First pixels</source>
            <translation>最前的像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Forward-Forward and backprop</source>
            <translation>Forward-Forward 和反向传播</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Forward-Forward first.</source>
            <translation>Forward-Forward 先。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Forward-Forward only</source>
            <translation>仅 Forward-Forward</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Frames</source>
            <translation>帧</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Goodness</source>
            <translation>优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How a layer's activities become one number.</source>
            <translation>一层的活动如何变成一个数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How all Forward-Forward learning rates change over the epochs.</source>
            <translation>所有 Forward-Forward 学习率如何随轮次变化。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How the label enters the input.</source>
            <translation>标签如何进入输入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How the twin's learning rate changes over the epochs.</source>
            <translation>孪生网络的学习率如何随轮次变化。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How the two nets share the time.</source>
            <translation>两个网络如何分配时间。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>How the wrong label of a negative example is chosen.</source>
            <translation>负样本的错误标签如何选择。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Image maximum</source>
            <translation>图像最大值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Images per step. More than there are means all of them at once.</source>
            <translation>每步的图像数。超过现有数量表示一次用全部。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>In each epoch, each layer in turn makes many updates on the same batch.</source>
            <translation>在每轮次中，各层依次对同一批量进行多次更新。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>In step</source>
            <translation>同步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Inner loops (Keras example)</source>
            <translation>内循环（Keras 示例）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Inner steps</source>
            <translation>内部步数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Label amplitude</source>
            <translation>标签幅度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Label embedding</source>
            <translation>标签嵌入</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Label repeats</source>
            <translation>标签重复</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Label scale</source>
            <translation>标签倍率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Label smoothing</source>
            <translation>标签平滑</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Layer by layer</source>
            <translation>逐层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Layers read</source>
            <translation>读取的层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Layers that vote</source>
            <translation>投票的层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Learning-rate schedule</source>
            <translation>学习率日程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Linear read-out</source>
            <translation>线性读出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Multiplies goodness inside the local loss: larger is steeper.</source>
            <translation>在局部损失内乘以优度：越大越陡。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Multiplies the label amplitude: above 1 the label weighs more beside the image.</source>
            <translation>乘以标签幅度：大于 1 时标签相对图像更重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Name of this experiment.</source>
            <translation>此实验的名称。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Negative data</source>
            <translation>负样本数据</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Normalisation</source>
            <translation>归一化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Off freezes the output layer: its weights and their moments stay as they are.</source>
            <translation>关闭则冻结输出层：其权重和矩保持不变。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>One after the other</source>
            <translation>一个接一个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>One for each</source>
            <translation>各用一个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>One more weight per class; off for a net without any biases.</source>
            <translation>每个类别多一个权重；对完全没有偏置的网络则关闭。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Optimizer of the whole net.</source>
            <translation>整个网络的优化器。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Order</source>
            <translation>次序</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Output bias</source>
            <translation>输出偏置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Output learns</source>
            <translation>输出层学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Passes over the training images; with 0 the nets are judged as they start.</source>
            <translation>遍历训练图像的次数；为 0 时按网络开始的样子评估。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Peer normalisation λ</source>
            <translation>同伴归一化 λ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Pulls each unit's mean activity toward that of its layer, which wakes up silent units; 0.03 in Hinton's code.</source>
            <translation>将每个单元的平均活动拉向其所在层的平均，唤醒沉默的单元；Hinton 的代码中为 0.03。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Read-out learning rate</source>
            <translation>读出学习率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Schedule</source>
            <translation>日程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Separate label units</source>
            <translation>独立的标签单元</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Share of the target probability spread over all classes.</source>
            <translation>分摊到所有类别的目标概率份额。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Sharpness α</source>
            <translation>锐度 α</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Step size of the backprop twin's optimizer.</source>
            <translation>反向传播孪生网络优化器的步长。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Step size of the read-out's own Adam optimizer.</source>
            <translation>读出自己的 Adam 优化器的步长。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Stop after this many epochs without a lower validation loss and go back to the best weights; 0 never stops early.</source>
            <translation>验证损失经过这么多轮次没有降低就停止，并回到最好的权重；0 表示从不提前停止。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Synchronous updates of a net with top-down connections; goodness is that of frames 3–5, or the last three of fewer.</source>
            <translation>带自上而下连接的网络的同步更新；优度取第 3–5 帧，帧数较少时取最后三帧。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The epochs are shared out: the first layer learns first, then is left as it is.</source>
            <translation>轮次分配给各层：第一层先学，然后保持不变。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The first pixels of the image become the one-hot label (Hinton 2022, 3.3). Needs images with a blank first row, such as MNIST.</source>
            <translation>图像最前的像素变为独热标签（Hinton 2022，3.3）。需要首行空白的图像，如 MNIST。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The goodness of all other layers is added.</source>
            <translation>加上所有其他层的优度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The goodness of the layers below is added.</source>
            <translation>加上下面各层的优度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The image's brightest pixel (Keras example).</source>
            <translation>图像最亮的像素（Keras 示例）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The net runs for several frames on a still image: each layer also sees the layer above it, the top layer the label (Hinton 2022, 4.4). Dense layers only.</source>
            <translation>网络在静止图像上运行若干帧：每层还看到其上一层，顶层看到标签（Hinton 2022，4.4）。仅限全连接层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The one-hot label is added as extra inputs: no pixel is lost.</source>
            <translation>独热标签作为额外输入加入：不丢失像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>The same for both</source>
            <translation>两者相同</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Threshold per unit</source>
            <translation>每单元阈值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Thresholds are multiplied by the number of units: 1 then suits the sum of squares at any width (Hinton's code).</source>
            <translation>阈值乘以单元数：这样 1 适合任意宽度的平方和（Hinton 的代码）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Top-down connections</source>
            <translation>自上而下的连接</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Train</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Updates of a layer per batch in the inner-loops schedule.</source>
            <translation>内循环日程中每个批量对一层的更新次数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Value of the label pixel that is on.</source>
            <translation>点亮的标签像素的值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>What layers that score every class in one pass learn by; they need no negative data.</source>
            <translation>一次前向为每个类别评分的层按此学习；它们不需要负样本数据。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>What this experiment shows.</source>
            <translation>此实验展示什么。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Whether a layer's loss counts the goodness of other layers, as a constant (Layer Collaboration, AAAI 2024).</source>
            <translation>一层的损失是否将其他层的优度作为常数计入（Layer Collaboration，AAAI 2024）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Whether positive and negative data of one mini-batch lose the same units.</source>
            <translation>一个小批量的正、负样本数据是否丢弃相同的单元。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Which layer learns when.</source>
            <translation>哪一层何时学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Which layers the read-out sees: all, last, a range such as 2-3, 2- (to the last), or 0 and 1 for each layer with commas between them. All but the first is Hinton's choice (2022, 3.3); nets that compare pairs of images do better with all.</source>
            <translation>读出看到哪些层：all、last、范围如 2-3、2-（到最后一层），或每层一个 0 或 1、以逗号分隔。除第一层外的所有层是 Hinton 的选择（2022，3.3）；比较图像对的网络用所有层更好。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Which nets are trained.</source>
            <translation>训练哪些网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>Whose goodness predictions sum: all, last, one layer such as 3, a range such as 2-4, 2- (to the last; leaving out the first helps nets of three or more layers, Hinton 2022, 3.3), or a weight for each layer with commas between them.</source>
            <translation>预测将哪些层的优度相加：all、last、某层如 3、范围如 2-4、2-（到最后一层；去掉第一层有助于三层或更多层的网络，Hinton 2022，3.3），或每层一个权重、以逗号分隔。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>epochs</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/spec.py" />
            <source>images</source>
            <translation>图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/stack.py" />
            <source>Layer {number}</source>
            <translation>层 {number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/stack.py" />
            <source>an image</source>
            <translation>图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/stack.py" />
            <source>cannot be this one: layer {index} hands on a plain list of numbers, not {wanted}</source>
            <translation>不能是这个：层 {index} 传出的是普通数列，而不是{wanted}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/stack.py" />
            <source>rows to read one after another</source>
            <translation>可逐行读取的行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>, {fixed} of them not trainable</source>
            <translation>，其中 {fixed} 个不可训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>BP parameters</source>
            <translation>BP 参数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>Data: {data}{where}</source>
            <translation>数据：{data}{where}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>FF parameters</source>
            <translation>FF 参数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>FF read-out {num_classes} · softmax</source>
            <translation>FF 读出 {num_classes} · softmax</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>Layers: {layers}</source>
            <translation>层：{layers}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>Trains: {trained}, {epochs} epochs, seed {seed}</source>
            <translation>训练：{trained}，{epochs} 轮次，种子 {seed}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>a network out of a model file</source>
            <translation>来自模型文件的网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>dense </source>
            <translation>全连接 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>flatten (put in)</source>
            <translation>展平（自动加入）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>output {num_classes} · softmax</source>
            <translation>输出 {num_classes} · softmax</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>rows (put in)</source>
            <translation>按行（自动加入）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/summary.py" />
            <source>{label}: {values} parameters</source>
            <translation>{label}：{values} 个参数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>--set {text} is no setting.</source>
            <translation>--set {text} 不是设置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>A grid needs to know how many values of {name} to try.</source>
            <translation>网格需要知道要尝试 {name} 的多少个值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>A sweep needs a seed.</source>
            <translation>参数扫描需要一个种子。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Ask for two or more.</source>
            <translation>请要求两个或更多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Begin it anew elsewhere.</source>
            <translation>请在别处重新开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Give --seeds 1-5.</source>
            <translation>请给出 --seeds 1-5。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Give --seeds, like 1-5 or 1,2,7.</source>
            <translation>请给出 --seeds，如 1-5 或 1,2,7。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Give --set NAME=VALUES.</source>
            <translation>请给出 --set NAME=VALUES。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Give --trials N.</source>
            <translation>请给出 --trials N。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Give all its values at once.</source>
            <translation>请一次给出它的所有值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Leave out values, or choose --sampler random --trials N.</source>
            <translation>请去掉这些值，或选择 --sampler random --trials N。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Leave that value out.</source>
            <translation>请去掉该值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>List them: NAME=VALUE,VALUE…</source>
            <translation>请列出它们：NAME=VALUE,VALUE…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Name another folder.</source>
            <translation>请指定另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Name the other by --by.</source>
            <translation>请用 --by 指定另一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Seeds are not set like other settings.</source>
            <translation>种子的设置方式与其他设置不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Set one at a time.</source>
            <translation>每次设置一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Such a layer does not have it.</source>
            <translation>这样的层没有它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>That is no sweep of ffstudio.</source>
            <translation>这不是 ffstudio 的参数扫描。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>That makes {count} runs; {most} are the most.</source>
            <translation>这样有 {count} 次运行；最多 {most} 次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>That net is not trained.</source>
            <translation>该网络不被训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>The experiment does not train that net.</source>
            <translation>该实验不训练那个网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>The loss {loss} has no threshold.</source>
            <translation>损失 {loss} 没有阈值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>The sampler {sampler} needs to know how many runs to make.</source>
            <translation>采样器 {sampler} 需要知道要进行多少次运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>The sweep is of a newer ffstudio.</source>
            <translation>该参数扫描来自更新版本的 ffstudio。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>The sweep's plan is damaged.</source>
            <translation>该参数扫描的计划已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>There is nothing to search.</source>
            <translation>没有可搜索的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Update ffstudio.</source>
            <translation>请更新 ffstudio。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>With {words}: {message}</source>
            <translation>{words}时：{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write 1e-4..1e-1:log.</source>
            <translation>请写 1e-4..1e-1:log。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write LOW..HIGH, like 0.1..2.</source>
            <translation>请写 LOW..HIGH，如 0.1..2。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write LOW..HIGH:COUNT, list them, or choose --sampler random.</source>
            <translation>请写 LOW..HIGH:COUNT，列出各值，或选择 --sampler random。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write NAME=VALUE,VALUE…</source>
            <translation>请写 NAME=VALUE,VALUE…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write it like 0.5.</source>
            <translation>请写成 0.5 这样。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write them like 1-5 or 1,2,7.</source>
            <translation>请写成 1-5 或 1,2,7。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>Write true,false.</source>
            <translation>请写 true,false。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{match} is no range for {name}.</source>
            <translation>{match} 不是 {name} 的范围。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{match} is one value only.</source>
            <translation>{match} 只是一个值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{match}: equal ratios begin above 0.</source>
            <translation>{match}：等比从大于 0 处开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{name} has no values to try.</source>
            <translation>{name} 没有可尝试的值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{name} is given twice.</source>
            <translation>{name} 给出了两次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{name} is true or false, not {part}.</source>
            <translation>{name} 是 true 或 false，不是 {part}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{part} is no number, for {name}.</source>
            <translation>{part} 不是数字（用于 {name}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{part} is no value of {name}.</source>
            <translation>{part} 不是 {name} 的值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_plan.py" />
            <source>{text} are no seeds.</source>
            <translation>{text} 不是种子。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_values.py" />
            <source>Data: {label}</source>
            <translation>数据：{label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/experiment/sweep_values.py" />
            <source>Layer {number}: {label}</source>
            <translation>层 {number}：{label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be a number; it is {repr}</source>
            <translation>必须是数；现为 {repr}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be a whole number; it is {value}</source>
            <translation>必须是整数；现为 {value}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be above {minimum}; it is {value}</source>
            <translation>必须大于 {minimum}；现为 {value}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be at least {minimum}; it is {value}</source>
            <translation>至少为 {minimum}；现为 {value}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be at most {maximum}; it is {value}</source>
            <translation>最大为 {maximum}；现为 {value}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be on or off</source>
            <translation>必须为开或关</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be one of {values}; it is {text}</source>
            <translation>必须是 {values} 之一；现为 {text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/fields.py" />
            <source>must be text</source>
            <translation>必须是文本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/__init__.py" />
            <source>Prepare the images for it.</source>
            <translation>请为它准备图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/__init__.py" />
            <source>The layer {layer_name} ({layer_kind}) cannot be computed from what feeds it.</source>
            <translation>层 {layer_name}（{layer_kind}）无法从其输入算出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/__init__.py" />
            <source>The network has {count} inputs.</source>
            <translation>此网络有 {count} 个输入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/__init__.py" />
            <source>The network's input is {wanted}, not {got}.</source>
            <translation>此网络的输入是 {wanted}，而不是 {got}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/__init__.py" />
            <source>The network's inputs are not equally many.</source>
            <translation>此网络各输入的数量不一致。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/__init__.py" />
            <source>The weights of {path} are missing or do not fit it.</source>
            <translation>{path} 的权重缺失或不匹配。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/__init__.py" />
            <source>This view hands over one only.</source>
            <translation>此视图只传入一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/activation_rules.py" />
            <source>Keras cannot compute it either.</source>
            <translation>Keras 也无法计算它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/activation_rules.py" />
            <source>The activation threshold needs two numbers that the file does not give.</source>
            <translation>激活函数 threshold 需要两个数，而文件没有给出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/attention.py" />
            <source>The layer {layer} looks at masked steps.</source>
            <translation>层 {layer} 会看被掩盖的时间步。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/attention.py" />
            <source>ffstudio computes it with Keras only.</source>
            <translation>ffstudio 只能用 Keras 计算它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward/masks.py" />
            <source>The layer {layer} repeats a {kind} over masked steps.</source>
            <translation>层 {layer} 在被掩盖的时间步上重复{kind}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Each layer's loss makes the gap between the true class's units and the others' grow; no threshold parts all images.</source>
            <translation>每层的损失使真实类别的单元与其他单元之间的差距增大；没有阈值分开所有图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Goodness class by class has a class loss.</source>
            <translation>逐类别优度有类别损失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Goodness class by class has no negative data and no label in the input.</source>
            <translation>逐类别优度没有负样本数据，输入中也没有标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Goodness class by class has no negative data: each class's own units are compared with the others'.</source>
            <translation>逐类别优度没有负样本数据：将每个类别自己的单元与其他类别的相比。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Goodness class by class has no threshold.</source>
            <translation>逐类别优度没有阈值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Negative: units of a wrong class</source>
            <translation>负：错误类别的单元</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Positive: units of the true class</source>
            <translation>正：真实类别的单元</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Round it up.</source>
            <translation>向上取整。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>Use a learnt projection.</source>
            <translation>请使用可学习的投影。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>cannot be this one: {label} needs a projection that learns</source>
            <translation>不能是这个：{label} 需要会学习的投影</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>goodness class by class</source>
            <translation>逐类别优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>how often the units of the image's class have more goodness than those of the wrong one.</source>
            <translation>图像所属类别的单元比错误类别的单元优度更高的频率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>must be 2 or more: the images of a batch are compared</source>
            <translation>必须为 2 或更大：要比较同一批的图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>must be a multiple of {num_classes} for goodness class by class</source>
            <translation>对逐类别优度必须是 {num_classes} 的倍数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>the units of its class against those of a random wrong one</source>
            <translation>其类别的单元与随机错误类别的单元相比</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>true class</source>
            <translation>真实类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/classes.py" />
            <source>θ not used: class by class</source>
            <translation>不使用 θ：逐类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>
The label is on top of the net, not in the image.</source>
            <translation>
标签在网络顶部，不在图像中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>Let all layers learn on each mini-batch.</source>
            <translation>让所有层在每个小批量上学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>Nets with top-down connections have no dropout.</source>
            <translation>带自上而下连接的网络没有随机失活。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>Nets with top-down connections have no peer normalisation.</source>
            <translation>带自上而下连接的网络没有同伴归一化。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>The label is on top of the net.</source>
            <translation>标签在网络顶部。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>Use hard wrong labels.</source>
            <translation>使用困难的错误标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>can only be used where all layers are dense</source>
            <translation>只能用于所有层都是全连接的情况</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>cannot be this one with top-down connections, which tie all layers together</source>
            <translation>有自上而下连接时不能是这个，因为它们把所有层连在一起</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/frames.py" />
            <source>cannot be this one with top-down connections: no layer scores labels alone</source>
            <translation>有自上而下连接时不能是这个：没有一层能单独给标签评分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>+ image</source>
            <translation>+ 图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>Negative data: {NEGATIVES_label}.
Where the mask is white a hybrid shows the image, where it is black the other one. No label is used.</source>
            <translation>负样本数据：{NEGATIVES_label}。
掩模为白处混合图像显示该图像，为黑处显示另一张。不使用标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>Negative: hybrid of two images</source>
            <translation>负：两张图像的混合</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>Positive: image</source>
            <translation>正：图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>against a hybrid of it and another one; no label is used</source>
            <translation>与它和另一张图像的混合相比；不使用标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>how often an image has more goodness than the hybrid made with it; pair losses train this.</source>
            <translation>图像的优度高于用它制作的混合图像的频率；成对损失训练的就是它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>hybrid images</source>
            <translation>混合图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>image</source>
            <translation>图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/hybrids.py" />
            <source>− hybrid</source>
            <translation>− 混合</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/kind.py" />
            <source>cannot be used with {what}</source>
            <translation>不能与{what}一起使用</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>
How hard they are for the net you see: a true label has {mean} more goodness than the negative on average (Δ below each); {share} % of the negatives look better than it.</source>
            <translation>
它们对您所见的网络有多难：真实标签的优度平均比负样本多 {mean}（各自下方的 Δ）；{share} % 的负样本看起来比它更好。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>
The label has {own} of its own beside the image.</source>
            <translation>
标签在图像旁有自己的 {own}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>Negative data: {who}.
Negatives that carry their true label: {same} of {x}{place}</source>
            <translation>负样本数据：{who}。
带有真实标签的负样本：{same} / {x}{place}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>Negative: wrong label</source>
            <translation>负：错误标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>Positive: true label</source>
            <translation>正：真实标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>Use separate label units.</source>
            <translation>使用独立的标签单元。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>an image of {num_inputs} pixels has no room for {label_pixels} label pixels</source>
            <translation>{num_inputs} 像素的图像容不下 {label_pixels} 个标签像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>cannot look at the next layer in inner loops</source>
            <translation>在内循环中不能看下一层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>how often the same image has more goodness with its true than with the wrong label; pair losses train this.</source>
            <translation>同一图像带真实标签比带错误标签时优度更高的频率；成对损失训练的就是它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>image planes</source>
            <translation>图像平面</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>true label</source>
            <translation>真实标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/labels.py" />
            <source>with its true and with a random wrong label</source>
            <translation>带其真实标签和一个随机错误标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>A projection to the classes has a class loss.</source>
            <translation>到类别的投影有类别损失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>A projection to the classes has no negative data and no label in the input.</source>
            <translation>到类别的投影没有负样本数据，输入中也没有标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>A projection to the classes has no negative data: each layer scores every class of an image, and learns to give the true one the most.</source>
            <translation>到类别的投影没有负样本数据：每层为图像的每个类别评分，并学习给真实类别最高分。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>A projection to the classes has no threshold.</source>
            <translation>到类别的投影没有阈值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>Each layer's loss makes the gap between the true class's score and the others' grow; no threshold parts all images.</source>
            <translation>每层的损失使真实类别的得分与其他得分之间的差距变大；没有阈值分开所有图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>Negative: score of a wrong class</source>
            <translation>负：错误类别的得分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>Positive: score of the true class</source>
            <translation>正：真实类别的得分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>a projection to the classes</source>
            <translation>到类别的投影</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>how often the layer's projection gives the image's class more than the wrong one.</source>
            <translation>层的投影给图像所属类别的分高于错误类别的频率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>the score of its class against that of a random wrong one</source>
            <translation>其类别的得分与随机错误类别的得分相比</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/projections.py" />
            <source>θ not used: scores of classes</source>
            <translation>不使用 θ：类别的得分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/self_contrast.py" />
            <source>+ image + itself</source>
            <translation>+ 图像 + 自身</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/self_contrast.py" />
            <source>Negative data: {NEGATIVES_label}.
Both halves of a pair meet the same weights, so the first layer sees their sum, each normalised by itself. No label is used.</source>
            <translation>负样本数据：{NEGATIVES_label}。
一对图像的两半遇到相同的权重，因此第一层看到各自归一化后的和。不使用标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/self_contrast.py" />
            <source>Negative: image + another</source>
            <translation>负：图像 + 另一张</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/self_contrast.py" />
            <source>Positive: image + itself</source>
            <translation>正：图像 + 自身</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/self_contrast.py" />
            <source>beside itself and beside another one; no label is used</source>
            <translation>与自身并列、与另一张并列；不使用标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/self_contrast.py" />
            <source>how often an image beside itself has more goodness than beside another one; pair losses train this.</source>
            <translation>图像与自身并列的优度高于与另一张并列的频率；成对损失训练的就是这个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/self_contrast.py" />
            <source>image beside itself</source>
            <translation>图像与自身并列</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/self_contrast.py" />
            <source>must be 2 or more: each image is paired with another one of its batch</source>
            <translation>必须为 2 或更大：每张图像与批中的另一张配对</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/self_contrast.py" />
            <source>pairs of images</source>
            <translation>图像对</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/self_contrast.py" />
            <source>− image + other</source>
            <translation>− 图像 + 另一张</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/unlabelled.py" />
            <source>Nets that learn without labels have none in their input.</source>
            <translation>无标签学习的网络输入中没有标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/unlabelled.py" />
            <source>Nets that learn without labels need the read-out.</source>
            <translation>无标签学习的网络需要读出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/unlabelled.py" />
            <source>This net's layers learn without labels: an image has one goodness in each layer, not one for every label, so there is no gap between labels to show.</source>
            <translation>此网络的层不用标签学习：一张图像在每层只有一个优度，而不是每个标签一个，因此没有标签差距可显示。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/forward_forward/unlabelled.py" />
            <source>Without labels the read-out predicts.</source>
            <translation>没有标签时由读出进行预测。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/appearance.py" />
            <source>dark ink on light paper</source>
            <translation>浅纸深墨</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/appearance.py" />
            <source>light ink on dark paper</source>
            <translation>深纸浅墨</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/appearance.py" />
            <source>pictures that fill their frame</source>
            <translation>填满画框的图片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/appearance.py" />
            <source>{paper}, handed over as {numbers}</source>
            <translation>{paper}，以 {numbers} 传入</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>Each line must be one image.</source>
            <translation>每一行必须是一张图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>Each line must be one image: its label and its pixels.</source>
            <translation>每一行必须是一张图像：其标签和像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>Give each image its label in the first column, and call it label.</source>
            <translation>请在第一列给出每张图像的标签，并命名为 label。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>Keep one column of labels, and call it label.</source>
            <translation>请只保留一列标签，并命名为 label。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>Save it as CSV, UTF-8.</source>
            <translation>请保存为 UTF-8 的 CSV。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>The {where} of {width} columns was taken for the labels.</source>
            <translation>{width} 列中的{where}列被当作标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{other_name} beside it was read too.</source>
            <translation>旁边的 {other_name} 也已读取。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} cannot be read as a table ({error_words}).</source>
            <translation>{path_name} 无法作为表格读取（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} has words in {words} columns; pixels are numbers.</source>
            <translation>{path_name} 有 {words} 列含单词；像素应为数字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} has {width} columns and none that is sure to hold the labels.</source>
            <translation>{path_name} 有 {width} 列，没有一列确定是标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} holds one line only.</source>
            <translation>{path_name} 只有一行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} is empty.</source>
            <translation>{path_name} 是空的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/csv_table.py" />
            <source>{path_name} is no table of text in UTF-8.</source>
            <translation>{path_name} 不是 UTF-8 的文本表格。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/folder.py" />
            <source>Choose another folder.</source>
            <translation>请选择其他文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/folder.py" />
            <source>{path_name} holds no data.</source>
            <translation>{path_name} 不含数据。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/folder.py" />
            <source>{path} cannot be read ({error_words}).</source>
            <translation>{path} 无法读取（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Free {gigabytes} GB for temporary files.</source>
            <translation>请为临时文件腾出 {gigabytes} GB。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>It is damaged or made to do harm; get a fresh copy.</source>
            <translation>它已损坏或有意作恶；请获取新的副本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Reading {what} crashed the HDF5 library or took too much.</source>
            <translation>读取{what}时 HDF5 库崩溃或耗用过多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Save it again.</source>
            <translation>请重新保存。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Save plain arrays.</source>
            <translation>请保存普通数组。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Save them in this one.</source>
            <translation>请保存在此文件中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>Use a part of it, or save it as .npz.</source>
            <translation>请使用其中一部分，或保存为 .npz。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name} cannot be read as HDF5 ({why}).</source>
            <translation>{path_name} 无法作为 HDF5 读取（{why}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name} cannot be read: no process can be started.</source>
            <translation>{path_name} 无法读取：无法启动进程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name}: the numbers of {where} lie in another file.</source>
            <translation>{path_name}：{where} 的数字在另一个文件中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name}: there is no room to unpack {where} ({why}).</source>
            <translation>{path_name}：没有空间解包 {where}（{why}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name}: {where} cannot be read ({why}).</source>
            <translation>{path_name}：无法读取 {where}（{why}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{path_name}: {where} holds {dtype}, neither numbers nor text.</source>
            <translation>{path_name}：{where} 含有 {dtype}，既不是数字也不是文本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{what} takes too long to read.</source>
            <translation>读取 {what} 耗时过长。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{what} takes too much memory to read.</source>
            <translation>读取 {what} 占用内存过多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/hdf5_file.py" />
            <source>{where} is cut short</source>
            <translation>{where} 被截断</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_files.py" />
            <source>Name the files train-images-idx3-ubyte, train-labels-idx1-ubyte and t10k-… .</source>
            <translation>请将文件命名为 train-images-idx3-ubyte、train-labels-idx1-ubyte 和 t10k-…。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_files.py" />
            <source>{path_name} is an IDX file whose name does not say what it holds.</source>
            <translation>{path_name} 是 IDX 文件，但名称没有说明内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_format.py" />
            <source>{path_name} declares {count} bytes.</source>
            <translation>{path_name} 声明了 {count} 字节。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_format.py" />
            <source>{path_name} is cut short.</source>
            <translation>{path_name} 被截断。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_format.py" />
            <source>{path_name} is damaged.</source>
            <translation>{path_name} 已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/idx_format.py" />
            <source>{path_name} is not an IDX file of bytes.</source>
            <translation>{path_name} 不是字节型 IDX 文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/matlab_file.py" />
            <source>Install it with: pip install 'ffstudio[matlab]'.</source>
            <translation>请安装：pip install 'ffstudio[matlab]'。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/matlab_file.py" />
            <source>Use a part of it.</source>
            <translation>请使用其中一部分。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/matlab_file.py" />
            <source>{path_name} cannot be read as .mat ({error_words}).</source>
            <translation>{path_name} 无法作为 .mat 读取（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/matlab_file.py" />
            <source>{path_name} is a MATLAB file, and SciPy, which reads it, is not installed.</source>
            <translation>{path_name} 是 MATLAB 文件，而读取它的 SciPy 未安装。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/matlab_file.py" />
            <source>{path_name} is too large to be opened.</source>
            <translation>{path_name} 太大，无法打开。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>Get a fresh copy of the file.</source>
            <translation>请重新获取一份文件副本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>Put the labels beside it, as x_train.npy and y_train.npy, or save both in an .npz.</source>
            <translation>请将标签放在旁边，如 x_train.npy 和 y_train.npy，或将两者存入一个 .npz。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>Read together: {files}.</source>
            <translation>一起读取：{files}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>Save it again with numpy.save.</source>
            <translation>请用 numpy.save 重新保存。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>{path_name} cannot be read as .npy ({error_words}).</source>
            <translation>{path_name} 无法作为 .npy 读取（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npy_files.py" />
            <source>{path_name} holds one array {shape}; images and labels are two.</source>
            <translation>{path_name} 只有一个数组 {shape}；图像和标签应为两个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>Save it again with numpy.savez(…, x_train=…, y_train=…, x_test=…, y_test=…).</source>
            <translation>请用 numpy.savez(…, x_train=…, y_train=…, x_test=…, y_test=…) 重新保存。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>Use a part of it, or close other programs.</source>
            <translation>请使用其中一部分，或关闭其他程序。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{key} is compressed: its {size} MB are unpacked into memory. What numpy.savez writes stays on disk.</source>
            <translation>{key} 经过压缩：其 {size} MB 将解压到内存。numpy.savez 写的留在磁盘上。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{path_name} cannot be read as .npz ({error_words}).</source>
            <translation>{path_name} 无法作为 .npz 读取（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{path_name} does not fit into memory.</source>
            <translation>{path_name} 超出内存。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{path_name} holds {key} twice.</source>
            <translation>{path_name} 中 {key} 出现两次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{path_name} is damaged ({error_words}).</source>
            <translation>{path_name} 已损坏（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/npz_file.py" />
            <source>{path_name}: {key} is cut short.</source>
            <translation>{path_name}：{key} 被截断。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/numpy_headers.py" />
            <source>Save plain arrays: images as numbers, labels as numbers or as text (labels.astype('U')).</source>
            <translation>请保存普通数组：图像为数字，标签为数字或文本（labels.astype('U')）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/numpy_headers.py" />
            <source>{title}: {key} has an unknown format.</source>
            <translation>{title}：{key} 的格式未知。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/numpy_headers.py" />
            <source>{title}: {key} has the impossible shape {shape}.</source>
            <translation>{title}：{key} 的形状 {shape} 不可能。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/numpy_headers.py" />
            <source>{title}: {key} holds Python objects, which could run code.</source>
            <translation>{title}：{key} 含有 Python 对象，可能会运行代码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/opening.py" />
            <source>The file cannot be reached ({error_words}).</source>
            <translation>无法访问文件（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/opening.py" />
            <source>There is no file {path}.</source>
            <translation>没有文件 {path}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/opening.py" />
            <source>{path_name} cannot be read as {kind}: it is empty.</source>
            <translation>{path_name} 无法作为{kind}读取：它是空的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/opening.py" />
            <source>{path} cannot be read as {kind}: it is not a file.</source>
            <translation>{path} 无法作为{kind}读取：它不是文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>At most {MOST_SIDE} a side can be opened.</source>
            <translation>每边最多可打开 {MOST_SIDE}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>Put the pictures of each class into a folder that is named after it.</source>
            <translation>请将每类的图片放入以该类命名的文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>Take it out, or save it again.</source>
            <translation>请将其取出，或重新保存。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>The colours of the pictures were turned grey by their brightness.</source>
            <translation>图像的颜色已按亮度转为灰度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>Unpack it and open what is inside, or zip a folder of pictures per class.</source>
            <translation>请解压并打开其中内容，或压缩每类一个的图片文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>Use a part of them, or save them as one .npz.</source>
            <translation>请使用其中一部分，或保存为一个 .npz。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>Use smaller pictures.</source>
            <translation>请使用较小的图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>What is transparent in the pictures was taken for white.</source>
            <translation>图像中的透明部分被当作白色。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{count} pictures that lie in no folder of a class were left out.</source>
            <translation>{count} 张不在任何类别文件夹中的图像被略去。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{file_name} is too large for a picture here.</source>
            <translation>{file_name} 对这里的图片来说太大。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{others} of {total} pictures had another size: all were brought to the most frequent one, {height}×{width} pixels.</source>
            <translation>{total} 张图像中有 {others} 张尺寸不同：全部调整为最常见的尺寸 {height}×{width} 像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{path_name} cannot be read as a zip ({error_words}).</source>
            <translation>{path_name} 无法作为 zip 读取（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{path_name} holds no pictures; found: {inside}.</source>
            <translation>{path_name} 不含图片；找到：{inside}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{path_name} is one picture; a data set has a folder of pictures for each class.</source>
            <translation>{path_name} 是一张图片；数据集是每类一个图片文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{path_name}: {parts} would take {file_size} MiB.</source>
            <translation>{path_name}：{parts} 将占用 {file_size} MiB。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{title} has no folders with pictures.</source>
            <translation>{title} 没有图片文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{title} holds more than {MOST_PICTURES} pictures.</source>
            <translation>{title} 含有超过 {MOST_PICTURES} 张图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{title} is too large to be opened.</source>
            <translation>{title} 太大，无法打开。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{title}: {picture_name} has {size}×{size_2} pixels.</source>
            <translation>{title}：{picture_name} 有 {size}×{size_2} 像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/pictures.py" />
            <source>{title}: {where} cannot be read ({error_words}).</source>
            <translation>{title}：{where} 无法读取（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>If it is a model, open it as one; data need x_train and y_train.</source>
            <translation>若为模型，请作为模型打开；数据需要 x_train 和 y_train。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>Known are {kinds}.</source>
            <translation>已知的有{kinds}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>{path_name} holds no images with labels.</source>
            <translation>{path_name} 不含带标签的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>{path_name} is a folder without data that can be read here; it holds {inside}.</source>
            <translation>{path_name} 是没有可读取数据的文件夹；其中有 {inside}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/containers/table.py" />
            <source>{path_name} is no kind of data that can be read here.</source>
            <translation>{path_name} 不是这里能读取的数据。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>Hold back a larger share for validation, or none.</source>
            <translation>请留出更大的验证比例，或不留。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>Nets can be judged on them (ffstudio evaluate), not trained.</source>
            <translation>可用它们评估网络（ffstudio evaluate），但不能训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>Only {train} training images of {dataset_title} are left.</source>
            <translation>{dataset_title} 只剩 {train} 张训练图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>Rows and columns of the pictures were exchanged.</source>
            <translation>图片的行与列已互换。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>The pictures lie on their side now: do not exchange rows and columns.</source>
            <translation>图片现在是横躺的：请不要互换行与列。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>The pictures look transposed, as EMNIST's files are: rows and columns exchanged (Data: Transposed, or --set data.transposed=true) brings them upright.</source>
            <translation>图片看起来是转置的，如同 EMNIST 文件：互换行与列（数据：转置，或 --set data.transposed=true）可使其摆正。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>Use a larger share of the data or hold back less for validation.</source>
            <translation>请使用更大比例的数据，或少留一些用于验证。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>{dataset_title} holds test images only.</source>
            <translation>{dataset_title} 只含测试图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>{validation} of {sizes} training images is less than one image.</source>
            <translation>{sizes} 张训练图像的 {validation} 不足一张。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data.py" />
            <source>{wrong} of {labels} training images have a wrong label.</source>
            <translation>{labels} 张训练图像中有 {wrong} 张标签错误。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Data set</source>
            <translation>数据集</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Dropped pixels</source>
            <translation>丢弃的像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Each training image is made up to this share larger or smaller, anew in every epoch.</source>
            <translation>每张训练图像最多放大或缩小这个比例，每轮次重新进行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Each training image is moved by up to this much, both ways, anew in every epoch (Hinton 2022, 3.3: 2 px).</source>
            <translation>每张训练图像向各方向最多移动这么多，每轮次重新进行（Hinton 2022，3.3：2 px）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Each training image is turned by up to this much, anew in every epoch.</source>
            <translation>每张训练图像最多旋转这么多，每轮次重新进行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Label noise</source>
            <translation>标签噪声</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Noise seed</source>
            <translation>噪声种子</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Rotation</source>
            <translation>旋转</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Rows and columns of the pictures are exchanged, as EMNIST's files have them: on brings them upright.</source>
            <translation>图片的行与列互换，EMNIST 文件即如此：打开后可使其摆正。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Share of each training image's pixels set to zero, anew in every epoch (dropout of the input).</source>
            <translation>每张训练图像中置零的像素比例，每轮次重新进行（输入的随机失活）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Share of the training images held back to judge the net while it learns. With 0 the test set is used for that.</source>
            <translation>留出用于在学习时评估网络的训练图像比例。为 0 时用测试集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Share of the training images that are given a wrong label, any of the others. Validation and test images keep theirs.</source>
            <translation>被给予错误标签（其他标签之一）的训练图像比例。验证和测试图像保留其标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Share of the training images that is used.</source>
            <translation>所用训练图像的比例。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Shift</source>
            <translation>平移</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>The file or folder of your own data set.</source>
            <translation>您自己数据集的文件或文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>The images to learn from.</source>
            <translation>用于学习的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Transposed</source>
            <translation>转置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Use</source>
            <translation>使用</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Validation</source>
            <translation>验证</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Values</source>
            <translation>数值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Which images are given a wrong label, and which: the same seed, the same ones.</source>
            <translation>哪些图像被给予错误标签，以及哪个标签：相同的种子，结果相同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Which values of your own images are black and white. Automatic tells it by where nearly all pixels lie; the Data panel shows how they were read.</source>
            <translation>您自己的图像中哪些值是黑、哪些是白。“自动”根据几乎所有像素所在的范围判断；“数据”面板显示读取方式。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>Zoom</source>
            <translation>缩放</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/data_spec.py" />
            <source>share</source>
            <translation>比例</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/camera.py" />
            <source>4-pixel camera</source>
            <translation>4 像素相机</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/camera.py" />
            <source>Solid, vertical, diagonal, horizontal; 2×2.</source>
            <translation>实心、竖直、对角、水平；2×2。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/digits.py" />
            <source>1,797 handwritten digits; always there.</source>
            <translation>1,797 个手写数字；始终可用。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/digits.py" />
            <source>Bundled digits</source>
            <translation>自带数字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/digits.py" />
            <source>Bundled digits 8×8</source>
            <translation>自带数字 8×8</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/digits.py" />
            <source>bundled with ffstudio (UCI handwritten digits)</source>
            <translation>随 ffstudio 附带（UCI 手写数字）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>Check the connection, use the bundled digits, or choose a file.</source>
            <translation>请检查连接、使用自带数字或选择一个文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>The download of {title} broke off after {done} of {total} bytes.</source>
            <translation>{title} 的下载在 {total} 字节中的 {done} 处中断。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>The download was cancelled.</source>
            <translation>下载已取消。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>The downloaded {file} is not the published file (its {algorithm} differs).</source>
            <translation>下载的 {file} 不是公开发布的文件（其 {algorithm} 不同）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>The server sends more than {file} can hold.</source>
            <translation>服务器发送的内容超过 {file} 所能容纳。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>Try again on another network, or choose a file.</source>
            <translation>请在其他网络上重试，或选择一个文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>{title} could not be downloaded ({error}).</source>
            <translation>{title} 无法下载（{error}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/download.py" />
            <source>{title} could not be saved in {folder} ({error_words}).</source>
            <translation>{title} 无法保存到 {folder}（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/fashion_mnist.py" />
            <source>70,000 pictures of clothes, 28×28.</source>
            <translation>70,000 张服装图片，28×28。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/fashion_mnist.py" />
            <source>Fashion-MNIST</source>
            <translation>Fashion-MNIST</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/mnist.py" />
            <source>70,000 handwritten digits, 28×28.</source>
            <translation>70,000 个手写数字，28×28。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/mnist.py" />
            <source>MNIST</source>
            <translation>MNIST</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/own_file.py" />
            <source>Choose one.</source>
            <translation>请选择一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/own_file.py" />
            <source>Images and labels of your own: NumPy, IDX, CSV, MATLAB, HDF5, or a folder per class.</source>
            <translation>您自己的图像和标签：NumPy、IDX、CSV、MATLAB、HDF5，或每类一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/own_file.py" />
            <source>No file of images has been chosen.</source>
            <translation>尚未选择图像文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/own_file.py" />
            <source>Your own file…</source>
            <translation>您自己的文件…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>Download it, use the bundled digits, or choose a file.</source>
            <translation>请下载它、使用自带数字或选择一个文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>Get fresh copies.</source>
            <translation>请重新获取副本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>Remove that file and download it again, use the bundled digits, or choose a file.</source>
            <translation>请删除该文件并重新下载、使用自带数字或选择一个文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>The {which} files in {place} do not belong together.</source>
            <translation>{place} 中的{which}文件不属于同一组。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>{path_name} is not {shape_title}: it holds {height}×{width} pixels and the classes {class_names}.</source>
            <translation>{path_name} 不是 {shape_title}：它有 {height}×{width} 像素和类别 {class_names}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>{shape_title} (sample of 900 images)</source>
            <translation>{shape_title}（900 张图像的样本）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>{shape_title} is not on this computer.</source>
            <translation>{shape_title} 不在这台电脑上。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/datasets/published.py" />
            <source>{title} in {parent} cannot be used: {message}</source>
            <translation>{parent} 中的 {title} 无法使用：{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>Classes are matched by name; {parts}.</source>
            <translation>类别按名称匹配；{parts}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>label 1 is taken for class 0 and so on</source>
            <translation>标签 1 视为类别 0，依此类推</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>label {last} is taken for class 0</source>
            <translation>标签 {last} 视为类别 0</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>the data have no {unseen}</source>
            <translation>数据没有 {unseen}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>the net does not know {missing}: left out</source>
            <translation>网络不认识 {missing}：已略去</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>they are in another order</source>
            <translation>它们的顺序不同</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/matching.py" />
            <source>{data_title} (classes by name)</source>
            <translation>{data_title}（类别按名称）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source> and {more} more</source>
            <translation>，还有 {more} 个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>All {x} {which} images are {what}: there is nothing to learn from them.</source>
            <translation>全部 {x} 张{which}图像都{what}：从中学不到任何东西。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>Hardly any training image of {list_classes}, beside some {usual} of the others: are these labels meant?</source>
            <translation>{list_classes}几乎没有训练图像，而其他类别约有 {usual} 张：这些标签是有意的吗？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>Images of {height}×{width} pixels show next to nothing.</source>
            <translation>{height}×{width} 像素的图像几乎看不出什么。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>No {which} image of {list_classes}: {end}.</source>
            <translation>没有{list_classes}的{which}图像：{end}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>One training image only of {list_classes}.</source>
            <translation>{list_classes}只有一张训练图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>Training images are mostly {either}, test images mostly {either_2}: one set may be inverted.</source>
            <translation>训练图像大多{either}，测试图像大多{either_2}：其中一组可能被反相。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>class {shown}</source>
            <translation>类别 {shown}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>classes {shown}</source>
            <translation>类别 {shown}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>it cannot be learnt</source>
            <translation>它无法被学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>it is not judged</source>
            <translation>它不会被评估</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>of one brightness</source>
            <translation>只有一种亮度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>they are not judged</source>
            <translation>它们不会被评估</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>they cannot be learnt</source>
            <translation>它们无法被学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>{again} of {test} test images are among the training images: judged on those, a net looks too good.</source>
            <translation>{test} 张测试图像中有 {again} 张也在训练图像中：用它们评估会显得网络太好。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/faults.py" />
            <source>{plain} of {x} {which} images are {what}.</source>
            <translation>{x} 张{which}图像中有 {plain} 张{what}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Check that {where} holds class labels.</source>
            <translation>请检查 {where} 中是否为类别标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Its {given} class names do not fit its labels {values}…{values_2}: left out.</source>
            <translation>其 {given} 个类别名称与标签 {values}…{values_2} 不符：已略去。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Label both sets alike.</source>
            <translation>请以相同方式标注两组。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Labels are 1 to 10. Where they are digits, 10 may stand for 0: y % 10 makes it so.</source>
            <translation>标签为 1 到 10。若为数字，10 可能代表 0：y % 10 可转换。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Labels must be one whole number per image, one word, or one hot.</source>
            <translation>每张图像的标签必须是一个整数、一个词或独热编码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Labels must be one whole number per image; of probabilities take y.argmax(axis=1).</source>
            <translation>每张图像的标签必须是一个整数；若为概率请取 y.argmax(axis=1)。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Labels must be whole numbers.</source>
            <translation>标签必须是整数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Leave these images out, or label them.</source>
            <translation>请略去这些图像，或为其标注。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Use data with two or more.</source>
            <translation>请使用有两个或更多类别的数据。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>Use smaller class labels.</source>
            <translation>请使用较小的类别标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{key} {shape} is one hot: the place of the one is the label.</source>
            <translation>{key} {shape} 是独热编码：1 所在的位置即为标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title} has labels that are numbers in one set and words in another.</source>
            <translation>{title} 的标签在一组中是数字，在另一组中是单词。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title} has {values} different labels; at most {MOST_CLASSES} are possible.</source>
            <translation>{title} 有 {values} 个不同的标签；最多 {MOST_CLASSES} 个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title} holds one class only.</source>
            <translation>{title} 只有一个类别。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title}: {key} has shape {shape} and is not one hot.</source>
            <translation>{title}：{key} 的形状为 {shape}，不是独热编码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title}: {key} has shape {shape}.</source>
            <translation>{title}：{key} 的形状为 {shape}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title}: {key} has {count_nonzero} labels that are NaN or infinite; labels must be whole numbers.</source>
            <translation>{title}：{key} 有 {count_nonzero} 个标签为 NaN 或无穷；标签必须是整数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title}: {key} holds {dtype}.</source>
            <translation>{title}：{key} 含有 {dtype}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/labels.py" />
            <source>{title}: {key} holds {max}.</source>
            <translation>{title}：{key} 含有 {max}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source> or </source>
            <translation> 或 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>Clean the images.</source>
            <translation>请清理这些图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>Images must be (number, height, width), grey, or with one axis for colours.</source>
            <translation>图像必须是（数量、高、宽）的灰度，或再加一个颜色轴。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>Save numbers.</source>
            <translation>请保存数字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>Save them as pictures: x.reshape(len(x), {pairs}, {pairs_2}), height first.</source>
            <translation>请保存为图片：x.reshape(len(x), {pairs}, {pairs_2})，高度在前。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>The colours of {key} were turned grey by their brightness.</source>
            <translation>{key} 的颜色已按亮度转为灰度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>The last channel of {key} is taken for transparency: left out.</source>
            <translation>{key} 的最后一个通道视为透明度：已略去。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>The {where} column of {key} holds {what}: left out.</source>
            <translation>{key} 的{where}列是{what}：已略去。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>one value only</source>
            <translation>只有一个值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>the labels again</source>
            <translation>重复的标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{key} is grey in three equal channels: one was kept.</source>
            <translation>{key} 是三个相同通道的灰度：保留了一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{key} {shape} counts its images along the last axis: turned round.</source>
            <translation>{key} {shape} 沿最后一个轴计数图像：已转换。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{key} {shape} was read as {side}×{side} in three planes of colour.</source>
            <translation>{key} {shape} 读作 {side}×{side} 的三个颜色平面。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{key} {shape} was read as {side}×{side} pixels of three colours.</source>
            <translation>{key} {shape} 读作 {side}×{side} 的三色像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{title}: {key} has shape {shape}: rows of {count} pixels, which is no square; they may be {likely}.</source>
            <translation>{title}：{key} 的形状为 {shape}：每行 {count} 个像素，不是正方形；可能是 {likely}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{title}: {key} has shape {shape}: that is no picture of one, three or four colours.</source>
            <translation>{title}：{key} 的形状为 {shape}：这不是一、三或四色的图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{title}: {key} holds NaN or infinite pixels.</source>
            <translation>{title}：{key} 含有 NaN 或无穷的像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/layout.py" />
            <source>{title}: {key} holds {dtype}, not numbers.</source>
            <translation>{title}：{key} 含有 {dtype}，不是数字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/roles.py" />
            <source>Its arrays were told by their shapes: </source>
            <translation>其数组按形状识别：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/roles.py" />
            <source>Keep one of them.</source>
            <translation>请只保留其中一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/roles.py" />
            <source>{content_title} holds {roles} and {key}: which one is meant is not clear.</source>
            <translation>{content_title} 含有 {roles} 和 {key}：不清楚指的是哪一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/roles.py" />
            <source>{key} as {role}</source>
            <translation>{key} 作为 {role}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/stored.py" />
            <source>At most {MOST_BYTES} GiB are read into memory. Uncompressed .npz, .npy and IDX files of any size stay on disk.</source>
            <translation>最多读入 {MOST_BYTES} GiB 到内存。未压缩的 .npz、.npy 和 IDX 文件无论多大都留在磁盘上。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/stored.py" />
            <source>{content_title} would take {total} GiB of memory.</source>
            <translation>{content_title} 将占用 {total} GiB 内存。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source> (it has no test set: {images} images were held back)</source>
            <translation>（它没有测试集：留出了 {images} 张图像）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>Add x_test and y_test.</source>
            <translation>请添加 x_test 和 y_test。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>Add x_{which} and y_{which}.</source>
            <translation>请添加 x_{which} 和 y_{which}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>Give both the same height and width.</source>
            <translation>请使两者的高和宽相同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>Give every image one label.</source>
            <translation>请给每张图像一个标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>It has no test set: its validation images serve as one.</source>
            <translation>它没有测试集：用其验证图像代替。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>It has no test set: {images} images were held back as one.</source>
            <translation>它没有测试集：留出 {images} 张图像作为测试集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>Name them x_train, y_train, x_test, y_test, as numpy.savez(…, x_train=…, y_train=…) does.</source>
            <translation>请命名为 x_train、y_train、x_test、y_test，如 numpy.savez(…, x_train=…, y_train=…) 那样。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>There are too few images to hold some back.</source>
            <translation>图像太少，无法留出一部分。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>{WORDS} images are {shape}</source>
            <translation>{WORDS}图像为 {shape}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>{content_title} holds no {role}; found: {listing}.</source>
            <translation>{content_title} 没有 {role}；找到：{listing}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>{content_title} holds only half a test set; found: {listing}.</source>
            <translation>{content_title} 只有半个测试集；找到：{listing}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>{content_title} holds only half a {word} set; found: {listing}.</source>
            <translation>{content_title} 只有半个{word}集；找到：{listing}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/understand.py" />
            <source>{content_title}: {x} {which} images but {y} labels.</source>
            <translation>{content_title}：{x} 张{which}图像，但有 {y} 个标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>, clipped</source>
            <translation>，已截断</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>0 to 255</source>
            <translation>0 到 255</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>As they are</source>
            <translation>保持原样</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>Automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>Bring both to one range, or choose how values are read (Data: Values).</source>
            <translation>请将两者调到同一范围，或选择数值读取方式（数据：数值）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>Darkest to brightest</source>
            <translation>从最暗到最亮</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>Read as 0…1; clipped to it.</source>
            <translation>读作 0…1；超出部分截断。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>The numbers are handed to the net unchanged.</source>
            <translation>数字原样交给网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>The training images hold {one_text}; the test images {other_text}.</source>
            <translation>训练图像为 {one_text}；测试图像为 {other_text}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>Told by where nearly all pixels lie.</source>
            <translation>根据几乎所有像素所在的范围判断。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>What the training images hold, read as 0…1.</source>
            <translation>训练图像所含的范围，读作 0…1。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>values {between}</source>
            <translation>数值 {between}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>{values}, read as black to white</source>
            <translation>{values}，读作从黑到白</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>{values}, read as they are</source>
            <translation>{values}，按原样读取</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/images/understanding/value_range.py" />
            <source>{values}, {between} read as 0…1{clipped}</source>
            <translation>{values}，{between} 读作 0…1{clipped}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source> in every layer</source>
            <translation>，在每一层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source> instead of at most {limit}</source>
            <translation>，而要求至多 {limit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source> of {limit}</source>
            <translation>/{limit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>0 of {wanted} {noun} trained</source>
            <translation>已训练 0/{wanted} {noun}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>; so far read as {names}</source>
            <translation>；目前读作 {names}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>A figure or the curves have been exported in this step.</source>
            <translation>在此步骤中导出了图或曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>A panel is open</source>
            <translation>某个面板已打开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>A setting has a value</source>
            <translation>某项设置有某值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>A setting of the experiment.</source>
            <translation>实验的一项设置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>AUC of each layer</source>
            <translation>每层的 AUC</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Accepts</source>
            <translation>接受</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Answer in words</source>
            <translation>文字回答</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>At least</source>
            <translation>至少</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>At most</source>
            <translation>至多</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Both nets</source>
            <translation>两个网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Choices</source>
            <translation>选项</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Each Forward-Forward layer alone</source>
            <translation>单独的每个 Forward-Forward 层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Epochs.</source>
            <translation>轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>How</source>
            <translation>方式</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Image by image, the true label has more goodness than a wrong one so often.</source>
            <translation>逐图像来看，真实标签的优度以这样的频率高于错误标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>In each layer a positive exceeds a negative with at least this probability.</source>
            <translation>在每层中，正样本以至少这个概率高于负样本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Is</source>
            <translation>等于</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Is at least</source>
            <translation>至少为</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Is at most</source>
            <translation>至多为</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Its name in the table of panels.</source>
            <translation>它在面板表中的名称。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Its number, counted from 1.</source>
            <translation>其编号，从 1 开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Multiple choice</source>
            <translation>选择题</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Nets have been trained in this lesson for so many epochs.</source>
            <translation>在此课程中已训练网络这么多轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Of</source>
            <translation>属于</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>One of these answers has been typed; capitals and spaces do not count.</source>
            <translation>输入了其中一个答案；不计大小写和空格。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Overlap of each layer's histograms</source>
            <translation>每层直方图的重叠</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Panel</source>
            <translation>面板</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Question</source>
            <translation>问题</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Read as</source>
            <translation>读作</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Right one</source>
            <translation>正确的一个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Setting</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Something was drawn</source>
            <translation>画了东西</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Something was drawn on the pad, and read as this label where one is named.</source>
            <translation>在画板上画了东西，若指定了标签则被读作该标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Something was exported</source>
            <translation>导出了内容</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The experiment in the builder has this value.</source>
            <translation>构建器中的实验有此值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The histograms of positive and negative data share at most so much.</source>
            <translation>正样本与负样本的直方图至多重叠这么多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The label that the Forward-Forward net (or else backprop) must read; empty for any drawing.</source>
            <translation>Forward-Forward 网络（或反向传播）必须读出的标签；留空表示任意绘画。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The least AUC.</source>
            <translation>最低 AUC。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The least accuracy.</source>
            <translation>最低准确率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The least share of the images.</source>
            <translation>图像的最低比例。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The most they may share.</source>
            <translation>它们最多可以共有的比例。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The nets that are shown began to learn with this value.</source>
            <translation>所显示的网络以此值开始学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The panel has been in sight in this step.</source>
            <translation>在此步骤中该面板曾可见。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The right one of several answers has been chosen.</source>
            <translation>选择了若干答案中正确的一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>The value, as the experiment's file writes it.</source>
            <translation>该值，写法与实验文件中相同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Trained for some epochs</source>
            <translation>训练了若干轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Trained with a setting</source>
            <translation>以某项设置训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>True label wins in each layer</source>
            <translation>真实标签在每层胜出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Value</source>
            <translation>值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>What is asked.</source>
            <translation>所问的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>What was trained in this lesson names so many images rightly.</source>
            <translation>在此课程中训练的网络能认对这么多图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Whether the value must be just this, or may be beyond it.</source>
            <translation>值必须恰好如此，还是可以超出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>Whose accuracy.</source>
            <translation>谁的准确率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>at least </source>
            <translation>至少 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>at most </source>
            <translation>至多 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>backprop</source>
            <translation>反向传播</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>being measured…</source>
            <translation>正在测量…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>choose an answer</source>
            <translation>请选择一个答案</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>draw one that is read as {wanted}{seen}</source>
            <translation>画一个被读作 {wanted} 的{seen}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>it is</source>
            <translation>现为</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>not judged yet: {limit} are wanted</source>
            <translation>尚未评估：要求 {limit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>not quite: look again and choose another</source>
            <translation>不完全对：再看看，选择另一个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>not quite: try another word</source>
            <translation>不完全对：换一个词试试</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>not trained in this lesson yet</source>
            <translation>在此课程中尚未训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>nothing drawn yet</source>
            <translation>还没有画任何东西</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>nothing exported yet (Ctrl+E)</source>
            <translation>尚未导出任何内容 (Ctrl+E)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>open the {title} panel</source>
            <translation>打开“{title}”面板</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>read as {wanted}</source>
            <translation>读作 {wanted}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>the builder has</source>
            <translation>构建器中为</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>the net began with</source>
            <translation>网络开始时为</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>type an answer</source>
            <translation>请输入答案</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>{NO_NET}: {wanted} % are wanted</source>
            <translation>{NO_NET}：要求 {wanted} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>{done} of {wanted} {noun} trained</source>
            <translation>已训练 {done}/{wanted} {noun}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>{done} {either} trained</source>
            <translation>已训练 {done} {either}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>{title} is open</source>
            <translation>{title}已打开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/checks.py" />
            <source>{words}; there is no layer</source>
            <translation>{words}；没有层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>"checks" of step {number} must be a list of at most {MOST_CHECKS}.</source>
            <translation>步骤 {number} 的 "checks" 必须是最多 {MOST_CHECKS} 项的列表。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>"experiment" is a preset's name, or an experiment written out.</source>
            <translation>"experiment" 是预设的名称，或写出的实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>"hide" of the lesson must be an object.</source>
            <translation>课程的 "hide" 必须是对象。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>"{what}" that the lesson hides must be a list of names.</source>
            <translation>课程隐藏的 "{what}" 必须是名称列表。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>A lesson file is JSON and holds "format": "{LESSON_FORMAT}".</source>
            <translation>课程文件是 JSON，并包含 "format": "{LESSON_FORMAT}"。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Add "steps": [ … ].</source>
            <translation>请添加 "steps": [ … ]。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Add "version": {LESSON_VERSION}.</source>
            <translation>请添加 "version": {LESSON_VERSION}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Add "{name}": "…".</source>
            <translation>请添加 "{name}": "…"。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Choose a lesson file.</source>
            <translation>请选择课程文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Choose a lesson that ffstudio has written.</source>
            <translation>请选择由 ffstudio 写出的课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Choose another lesson.</source>
            <translation>请选择其他课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Choose another place.</source>
            <translation>请选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Do one or the other.</source>
            <translation>两者只能取其一。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Known are: {CHECKS}.</source>
            <translation>已知的有：{CHECKS}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Known are: {panels}.</source>
            <translation>已知的有：{panels}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Known are: {value}.</source>
            <translation>已知的有：{value}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Make two lessons of it.</source>
            <translation>请将其分为两个课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Step {number}</source>
            <translation>步骤 {number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson</source>
            <translation>该课程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson does not say which format it has.</source>
            <translation>课程没有说明其格式版本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson has no experiment.</source>
            <translation>课程没有实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson has no steps.</source>
            <translation>课程没有步骤。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson has {steps} steps; at most {MOST_STEPS} are possible.</source>
            <translation>课程有 {steps} 个步骤；最多 {MOST_STEPS} 个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson hides a panel {repr}, which does not exist.</source>
            <translation>课程隐藏面板 {repr}，但它不存在。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson hides a setting {repr}, which does not exist.</source>
            <translation>课程隐藏设置 {repr}，但它不存在。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson is not valid JSON ({why}).</source>
            <translation>课程不是有效的 JSON（{why}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson names "{key}" twice in one place.</source>
            <translation>课程在同一处两次指定 "{key}"。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson's experiment cannot be used: {message}</source>
            <translation>课程的实验无法使用：{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson's experiment is nested too deep.</source>
            <translation>课程的实验嵌套太深。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>The lesson's experiment {repr} is no preset.</source>
            <translation>课程的实验 {repr} 不是预设。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>This is not an ffstudio lesson.</source>
            <translation>这不是 ffstudio 课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>This lesson was written by a newer ffstudio.</source>
            <translation>此课程由更新的 ffstudio 写出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Unknown in {where}: {named}.</source>
            <translation>{where} 中有未知项：{named}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>Write "hide": {}.</source>
            <translation>请写 "hide": {}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>does not say what it checks</source>
            <translation>没有说明检查什么</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>is {repr}</source>
            <translation>为 {repr}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>nested too deep</source>
            <translation>嵌套太深</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>the lesson</source>
            <translation>该课程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{path_name} is no lesson: it is larger than {MOST_BYTES} MB.</source>
            <translation>{path_name} 不是课程：它大于 {MOST_BYTES} MB。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{path_name} is no lesson: it is not a text file.</source>
            <translation>{path_name} 不是课程：它不是文本文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{path} cannot be written ({error_words}).</source>
            <translation>{path} 无法写入（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where} brings up a panel {repr}, which does not exist.</source>
            <translation>{where} 调出面板 {repr}，但它不存在。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where} brings up the panel {panel}, which the lesson hides.</source>
            <translation>{where} 调出面板 {panel}，但课程隐藏了它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where} has no {name}.</source>
            <translation>{where} 没有 {name}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where} must be an object with a title and a text.</source>
            <translation>{where} 必须是带有标题和文本的对象。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}, check {i}</source>
            <translation>{where}，检查 {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "right" is {right}, but there are {choices} choices.</source>
            <translation>{where}："right" 为 {right}，但有 {choices} 个选项。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "value" for {arguments} {problem}.</source>
            <translation>{where}：{arguments} 的 "value" {problem}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "value" must be a number, a text, true or false.</source>
            <translation>{where}："value" 必须是数、文本、true 或 false。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "{name}" has {value} characters; at most {most} are possible.</source>
            <translation>{where}："{name}" 有 {value} 个字符；最多 {most} 个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "{name}" holds what is no text.</source>
            <translation>{where}："{name}" 中含有非文本内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "{name}" is longer than {MOST_TITLE} characters.</source>
            <translation>{where}："{name}" 超过 {MOST_TITLE} 个字符。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "{name}" must be a list of 1 to {MOST_CHOICES} different texts.</source>
            <translation>{where}："{name}" 必须是 1 到 {MOST_CHOICES} 个不同文本的列表。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: "{name}" must be text; it is {repr}.</source>
            <translation>{where}："{name}" 必须是文本；现为 {repr}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: the lesson hides the panel draw, so nobody can draw.</source>
            <translation>{where}：课程隐藏了绘画面板，因此无法绘画。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: the lesson hides the panel {name}, so nobody can open it.</source>
            <translation>{where}：课程隐藏了面板 {name}，因此无法打开它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: there is no panel {repr}.</source>
            <translation>{where}：没有面板 {repr}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/reading.py" />
            <source>{where}: {arguments} is no number, so "how" can only be "is".</source>
            <translation>{where}：{arguments} 不是数，因此 "how" 只能是 "is"。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/settings.py" />
            <source>Backprop </source>
            <translation>反向传播 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/settings.py" />
            <source>Data: </source>
            <translation>数据：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/settings.py" />
            <source>Layers</source>
            <translation>层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/settings.py" />
            <source>Training</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/shipped.py" />
            <source>Forward-Forward Against Backprop</source>
            <translation>Forward-Forward 对反向传播</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/shipped.py" />
            <source>Negatives, Good and Bad</source>
            <translation>好的与坏的负样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/shipped.py" />
            <source>What Goodness Is</source>
            <translation>什么是优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/shipped.py" />
            <source>What a Threshold Does</source>
            <translation>阈值的作用</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/view.py" />
            <source>{count} {which} images</source>
            <translation>{count} 张{which}图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/lessons/view.py" />
            <source>{which} images</source>
            <translation>{which}图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/alignment.py" />
            <source>The experiment that says how these layers learn is not there.</source>
            <translation>缺少说明这些层如何学习的实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/alignment.py" />
            <source>There is no Forward-Forward net, so no layer learns by itself.</source>
            <translation>没有 Forward-Forward 网络，因此没有层独自学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/backpropagation.py" />
            <source>The derivative of {activation}, in {name}, is not among those that are known.</source>
            <translation>{name} 中 {activation} 的导数不在已知之列。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/backpropagation.py" />
            <source>The net ends in {name} ({kind}); only dense layers at its end are followed.</source>
            <translation>网络以 {name}（{kind}）结尾；只跟踪末尾的全连接层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/backpropagation.py" />
            <source>This net is no classifier, so no label tells what its outputs should be: {role}.</source>
            <translation>该网络不是分类器，因此没有标签说明其输出应是什么：{role}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/embedding.py" />
            <source>This layer answers the same to every image.</source>
            <translation>此层对每张图像的回答都相同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/embedding.py" />
            <source>This layer lies inside another one, where it cannot be looked at.</source>
            <translation>此层在另一层内部，无法在那里查看。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/embedding.py" />
            <source>This layer's activity is no number any more: the net has diverged.</source>
            <translation>此层的活动已不是数：网络发散了。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/ff_snapshot.py" />
            <source>Forward-Forward {name}</source>
            <translation>Forward-Forward {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/ff_snapshot.py" />
            <source>Layer {index}</source>
            <translation>层 {index}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/fixed_sample.py" />
            <source>all {total} {which} images of {title}</source>
            <translation>{title} 的全部 {total} 张{which}图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/fixed_sample.py" />
            <source>{count} of {total} {which} images of {title}, always the same</source>
            <translation>{title} 的 {total} 张{which}图像中的 {count} 张，总是相同</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/inspection.py" />
            <source>No unit is dropped here, as when the net answers.</source>
            <translation>这里不丢弃单元，与网络作答时一样。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/inspection.py" />
            <source>Penalties on weights are not part of this J.</source>
            <translation>对权重的惩罚不属于此 J。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/inspection.py" />
            <source>There is no Forward-Forward net beside it: train both to compare.</source>
            <translation>旁边没有 Forward-Forward 网络：请训练两者以便比较。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/inspection.py" />
            <source>There is no backprop net to look into.</source>
            <translation>没有可查看的反向传播网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/inspection.py" />
            <source>δ is followed through the dense layers at the net's end; what {layers} make of the image is only computed.</source>
            <translation>δ 只在网络末尾的全连接层中跟踪；{layers}对图像的处理只作计算。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/label_looks.py" />
            <source>No label enters this net together with the image, so its activity is the same whatever the label.</source>
            <translation>没有标签与图像一起进入该网络，因此无论标签为何，其活动都相同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/local_gradients.py" />
            <source>Local gradients are followed in nets with the label in their input only.</source>
            <translation>只在标签位于输入中的网络里跟踪局部梯度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/local_gradients.py" />
            <source>Local gradients are followed through dense layers only.</source>
            <translation>只通过全连接层跟踪局部梯度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/local_gradients.py" />
            <source>The derivative of {name} is not among those that are known.</source>
            <translation>{name} 的导数不在已知之列。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/named_weights.py" />
            <source>Change the layers.</source>
            <translation>请更改层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/named_weights.py" />
            <source>Layer {error_index} {error_reason}.</source>
            <translation>第 {error_index} 层{error_reason}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/named_weights.py" />
            <source>The file lacks {name}.</source>
            <translation>文件缺少 {name}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/named_weights.py" />
            <source>The weights of {path} do not fit.</source>
            <translation>{path} 的权重不匹配。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/named_weights.py" />
            <source>{who} has weights of shape {array_shape}, expected {size}.</source>
            <translation>{who} 的权重形状为 {array_shape}，应为 {size}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/network_snapshot.py" />
            <source>Backprop {number}</source>
            <translation>反向传播 {number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/network_snapshot.py" />
            <source>This {role} takes {size} numbers, not a picture.</source>
            <translation>这个{role}接受 {size} 个数，而不是图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>Pictures are handed over otherwise than they come: {done}. Of a sample {share} are recognised so, as they come {plain}.</source>
            <translation>图片以不同于原样的方式传入：{done}。样本中这样识别出 {share}，原样为 {plain}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>Pictures are handed over otherwise than they come: {done}. Of a sample {share} are recognised so.</source>
            <translation>图片以不同于原样的方式传入：{done}。样本中这样识别出 {share}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>black and white exchanged</source>
            <translation>黑白互换</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>cut and scaled from {before} to {after} pixels</source>
            <translation>从 {before} 裁剪并缩放到 {after} 像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>framed or cut from {before} to {after} pixels</source>
            <translation>从 {before} 加框或裁剪到 {after} 像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>scaled and framed from {before} to {after} pixels</source>
            <translation>从 {before} 缩放并加框到 {after} 像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>scaled from {before} to {after} pixels</source>
            <translation>从 {before} 缩放到 {after} 像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>trying how images are handed over</source>
            <translation>尝试图像的传入方式</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/other_images.py" />
            <source>values {before} taken to {after}</source>
            <translation>数值 {before} 变为 {after}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/pairs.py" />
            <source> (random: there is no fitting net yet)</source>
            <translation>（随机：还没有合适的网络）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/pairs.py" />
            <source>chosen by the net you see</source>
            <translation>由所见网络选择</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/picture_makers.py" />
            <source>This net takes no pictures.</source>
            <translation>此网络不接收图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/look/vote_choice.py" />
            <source>Layers that vote: {votes}. {accuracy} right of {images} validation images.</source>
            <translation>投票的层：{votes}。{images} 张验证图像中 {accuracy} 正确。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>ELU</source>
            <translation>ELU</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>Leaky ReLU (0.2)</source>
            <translation>Leaky ReLU (0.2)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>Linear</source>
            <translation>线性</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>SiLU (swish)</source>
            <translation>SiLU (swish)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>Sigmoid</source>
            <translation>Sigmoid</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/activations.py" />
            <source>tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>0.01 × cross-entropy + 0.99 × similarity matching ("predsim", Nøkland &amp; Eidnes 2019). Short runs do better by cross-entropy alone.</source>
            <translation>0.01 × 交叉熵 + 0.99 × 相似度匹配（“predsim”，Nøkland 与 Eidnes 2019）。短时运行只用交叉熵更好。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>An image is to lie nearer to those of its class than to all others of the batch, with temperature 1/α (Khosla et al. 2020). A learnt projection reads the layer and moves no unit of it.</source>
            <translation>图像应比批中所有其他图像更接近同类图像，温度 1/α（Khosla 等 2020）。一个可学习的投影读取该层而不移动其任何单元。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>Cross-entropy</source>
            <translation>交叉熵</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>Cross-entropy and similarity</source>
            <translation>交叉熵与相似度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>Each layer draws images of one class together and others apart; its projection learns beside that to read the class, so the gap between classes grows as well.</source>
            <translation>每层将同类图像拉近、将其他推开；其投影另外学习读出类别，因此类别间的差距也增大。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>Each layer learns to give the true class the largest score (Mono-Forward; "pred" of Nøkland &amp; Eidnes 2019).</source>
            <translation>每层学习给真实类别最高的得分（Mono-Forward；Nøkland 与 Eidnes 2019 的“pred”）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>Each layer makes images of one class alike and others unlike, and the gap between the true class's score and the others' grow.</source>
            <translation>每层使同类图像相似、不同类相异，真实类别得分与其他得分的差距增大。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>Each layer makes images of one class alike and others unlike; its projection learns beside that to read the class, so the gap between classes grows as well.</source>
            <translation>每层使同类图像相似、不同类相异；其投影另外学习读出类别，因此类别间的差距也增大。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>Images of one class are to be alike in a layer, those of different ones unlike ("sim", Nøkland &amp; Eidnes 2019). A learnt projection reads the layer and moves no unit of it.</source>
            <translation>同类图像在层中应相似，不同类应相异（“sim”，Nøkland 与 Eidnes 2019）。一个可学习的投影读取该层而不移动其任何单元。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>Similarity matching</source>
            <translation>相似度匹配</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/class_losses.py" />
            <source>Supervised contrastive</source>
            <translation>有监督对比</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>A matrix that each layer learns beside its weights makes a score of every class from the activities (Mono-Forward, arXiv 2501.09238); no negative data are needed.</source>
            <translation>每层在权重之外学习一个矩阵，由活动得出每个类别的得分（Mono-Forward，arXiv 2501.09238）；不需要负样本数据。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Each class owns an equal share of the units or channels and is scored by their mean activity (DeeperForward, ICLR 2025); no negative data are needed.</source>
            <translation>每个类别拥有同样份额的单元或通道，以其平均活动评分（DeeperForward，ICLR 2025）；不需要负样本数据。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Each class owns an equal share of the units or channels and is scored by their mean square (CwComp, AAAI 2024); no negative data are needed.</source>
            <translation>每个类别拥有同样份额的单元或通道，以其均方评分（CwComp，AAAI 2024）；不需要负样本数据。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Kurtosis</source>
            <translation>峰度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Learnt projection</source>
            <translation>可学习的投影</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean fourth power over the squared mean square: large where few units stand out. No normalisation hides it from the next layer (arXiv 2604.13081).</source>
            <translation>四次方的平均除以均方的平方：少数单元突出时大。任何归一化都不会对下一层隐藏它（arXiv 2604.13081）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of absolute values</source>
            <translation>绝对值的均值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of squares</source>
            <translation>均方</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of squares, class by class</source>
            <translation>均方，逐类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of the activities without their signs: large activities count for less.</source>
            <translation>活动去掉符号后的均值：大的活动权重较小。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of the largest squares</source>
            <translation>最大平方的平均</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of the largest tenth of the squared activities: the others may do as they like (arXiv 2604.13081).</source>
            <translation>最大的十分之一平方活动的平均：其余的可随意（arXiv 2604.13081）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean of the squared activities; a threshold near 1 suits any width (Keras example).</source>
            <translation>活动平方的均值；接近 1 的阈值适合任意宽度（Keras 示例）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Mean, class by class</source>
            <translation>均值，逐类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Minus mean of squares</source>
            <translation>负均方</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Minus sum of squares</source>
            <translation>负平方和</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Positive data are to make the layer quiet, negative data loud; thresholds are negative.</source>
            <translation>正样本使层安静，负样本使其活跃；阈值为负。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Spatial, random projection</source>
            <translation>空间，随机投影</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Squared activities weighted by the 1.5-entmax of the activities: those far below the largest one have no weight (arXiv 2604.13081; Peters, Niculae &amp; Martins 2019).</source>
            <translation>平方活动按活动的 1.5-entmax 加权：远低于最大者的没有权重（arXiv 2604.13081；Peters、Niculae 与 Martins 2019）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Squares, sparsely weighted</source>
            <translation>平方，稀疏加权</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Sum of squares</source>
            <translation>平方和</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Sum of squares made small for positive data (Hinton 2022, sec. 5); thresholds are negative.</source>
            <translation>对正样本使平方和变小（Hinton 2022，第 5 节）；阈值为负。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>Sum of the squared activities; the threshold grows with the width (Hinton 2022, sec. 2).</source>
            <translation>活动平方之和；阈值随宽度增大（Hinton 2022，第 2 节）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/goodness.py" />
            <source>The mean squares of patches of each channel, made into a score of every class by a random matrix that never learns (ASGE, arXiv 2509.12394); no negative data are needed.</source>
            <translation>每个通道各图块的均方，由一个从不学习的随机矩阵化为每个类别的得分（ASGE，arXiv 2509.12394）；不需要负样本数据。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/layer_choice.py" />
            <source>has {count} weights for {num_layers} layers</source>
            <translation>对 {num_layers} 层有 {count} 个权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/layer_choice.py" />
            <source>must be all, last, a layer such as {num_layers}, a range such as 1-{num_layers}, or a weight for each layer with commas between them; it is {text}</source>
            <translation>必须是 all、last、某层如 {num_layers}、范围如 1-{num_layers}，或每层一个权重、以逗号分隔；现在是 {text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/layer_choice.py" />
            <source>must have weights of 0 or more, one of them above 0</source>
            <translation>权重必须为 0 或更大，其中至少一个大于 0</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/layer_choice.py" />
            <source>takes a layer or leaves it out: only 0 and 1 count here</source>
            <translation>取一层或不取：这里只有 0 和 1</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Like the symmetric pair, but pairs that are far apart no longer count, nor those that are hopelessly wrong.</source>
            <translation>类似对称成对损失，但相距很远的对不再计入，错得无望的也不计入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Logistic around θ</source>
            <translation>围绕 θ 的逻辑损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Logistic, overlapping thresholds</source>
            <translation>逻辑损失，重叠阈值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Logistic, two thresholds</source>
            <translation>逻辑损失，双阈值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Margin pair</source>
            <translation>间隔成对损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Positive goodness must exceed 0.8 θ, negative stay below 1.2 θ (SCFF's code, 2025).</source>
            <translation>正优度须超过 0.8 θ，负优度须低于 1.2 θ（SCFF 的代码，2025）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Positive goodness must exceed 1.5 θ, negative stay below 0.5 θ (after SCFF, 2025).</source>
            <translation>正优度必须超过 1.5 θ，负优度保持在 0.5 θ 以下（据 SCFF，2025）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Pushes a pair apart until its gap is 1/α, and then leaves it alone.</source>
            <translation>将一对推开直到其差距为 1/α，然后不再理会。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Pushes positive goodness above the threshold and negative below it (Hinton 2022).</source>
            <translation>将正优度推到阈值以上，负优度推到阈值以下（Hinton 2022）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Pushes the two goodness values of a pair apart; needs no threshold (Lee &amp; Song 2023).</source>
            <translation>将一对的两个优度值推开；不需要阈值（Lee 和 Song 2023）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Swish pair</source>
            <translation>Swish 成对损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>Symmetric pair (SymBa)</source>
            <translation>对称成对损失 (SymBa)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>This loss pushes positive goodness above the threshold θ and negative goodness below it.</source>
            <translation>此损失将正优度推到阈值 θ 以上，负优度推到其以下。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>This loss pushes positive goodness above θ⁺ and negative goodness below θ⁻, which lies higher: goodness between the two suits both.</source>
            <translation>此损失将正优度推到 θ⁺ 之上，将负优度推到 θ⁻ 之下，而 θ⁻ 更高：两者之间的优度对双方都合适。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/losses.py" />
            <source>This loss pushes positive goodness above θ⁺ and negative goodness below θ⁻.</source>
            <translation>此损失将正优度推到 θ⁺ 以上，负优度推到 θ⁻ 以下。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>A wrong label the net itself finds plausible; never the true one (Hinton 2022, 3.3).</source>
            <translation>网络自己认为可信的错误标签；从不是真实标签（Hinton 2022，3.3）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>An image beside itself is positive, beside another one negative. No label is used; a linear read-out on the activities classifies (SCFF, 2025).</source>
            <translation>图像与自身并列为正，与另一张并列为负。不使用标签；由活动上的线性读出分类（SCFF，2025）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Another image beside it (unsupervised)</source>
            <translation>旁边另一张图像（无监督）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Any wrong label, all equally likely; never the true one (Hinton 2022, 3.3).</source>
            <translation>任意错误标签，概率相同；从不是真实标签（Hinton 2022，3.3）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>As the hard wrong label, but only the first layer judges: it scores all labels with one product, so hard negatives cost almost nothing.</source>
            <translation>同困难的错误标签，但只由第一层判断：它用一次乘积给所有标签评分，因此困难负样本几乎没有代价。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Each layer learns from the labels that the layer above it confuses; the last layer from its own confusions.</source>
            <translation>每层从其上一层混淆的标签学习；最后一层从自己的混淆学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Hard wrong label</source>
            <translation>困难的错误标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Hard wrong label, first layer's view</source>
            <translation>困难的错误标签，第一层视角</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Hard wrong label, next layer's view</source>
            <translation>困难的错误标签，下一层视角</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Hybrid images (unsupervised)</source>
            <translation>混合图像（无监督）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Labels shuffled among the images: about 1 in 10 negatives carries its true label.</source>
            <translation>标签在图像间打乱：约十分之一的负样本带有其真实标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Random wrong label</source>
            <translation>随机错误标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Shuffled labels (Keras example)</source>
            <translation>打乱的标签（Keras 示例）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/negatives.py" />
            <source>Two images mixed by a blurred mask: right close by, wrong as a whole. No label is used; a linear read-out on the activities classifies (Hinton 2022, 3.2).</source>
            <translation>两张图像由模糊掩模混合：近看正确，整体错误。不使用标签；由活动上的线性读出分类（Hinton 2022，3.2）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>At each place a convolution sees channels of mean 0 and variance 1, so that no place is louder than another (layer normalisation over the channels, as in ASGE, arXiv 2509.12394); images and dense layers are brought to mean square 1.</source>
            <translation>在每个位置，卷积看到均值为 0、方差为 1 的通道，使任何位置都不比另一处更响（对通道的层归一化，如 ASGE，arXiv 2509.12394）；图像和全连接层化为均方 1。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Channels, place by place</source>
            <translation>通道，逐位置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Each layer sees inputs of length 1 (Keras example); needs large learning rates.</source>
            <translation>每层看到长度为 1 的输入（Keras 示例）；需要较大的学习率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Each layer sees inputs of mean 0 and standard deviation 1: activity minus its mean (SCFF, 2025).</source>
            <translation>每层看到均值为 0、标准差为 1 的输入：活动减去其均值（SCFF，2025）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Each layer sees inputs of mean square 1: only their direction tells (Hinton's code).</source>
            <translation>每层看到均方为 1 的输入：只有其方向传递信息（Hinton 的代码）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Inputs go up unchanged: the next layer can cheat by reading the goodness below.</source>
            <translation>输入原样向上传：下一层可以通过读取下面的优度作弊。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Mean and spread</source>
            <translation>均值与离散度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Root mean square</source>
            <translation>均方根</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/normalisation.py" />
            <source>Unit length</source>
            <translation>单位长度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Constant</source>
            <translation>恒定</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Constant for the first half of the epochs, then linear to zero (Hinton's code).</source>
            <translation>前一半轮次恒定，然后线性降到零（Hinton 的代码）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Cool-down over second half</source>
            <translation>后半程冷却</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Cosine to zero</source>
            <translation>余弦降到零</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Falls evenly from the first step to the last.</source>
            <translation>从第一步到最后一步均匀下降。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Falls slowly, then fast, then slowly.</source>
            <translation>先慢、后快、再慢地下降。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>Linear to zero</source>
            <translation>线性降到零</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/mathematics/schedules.py" />
            <source>The learning rate stays as it is.</source>
            <translation>学习率保持不变。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/numbers.py" />
            <source>a number of about {about} digits</source>
            <translation>约 {about} 位的数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/agreement.py" />
            <source>The curves part in step {step} (epoch {epoch}): {key_label} was {first} and is {second} now. {partings} of {curves} curves differ.</source>
            <translation>曲线在第 {step} 步（轮次 {epoch}）分开：{key_label} 原为 {first}，现为 {second}。{curves} 条曲线中 {partings} 条不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/agreement.py" />
            <source>The two runs have no curves in common.</source>
            <translation>两次运行没有共同的曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/agreement.py" />
            <source>{text} One run is longer; both were compared so far.</source>
            <translation>{text} 其中一次运行较长；只比较了共同部分。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>building the nets</source>
            <translation>正在建立网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>compiling</source>
            <translation>正在编译</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>judging</source>
            <translation>评估</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>saving and other work</source>
            <translation>保存和其他工作</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>training</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>{phase} on {total} images</source>
            <translation>{phase}（{total} 张图像）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>{phase} {net}</source>
            <translation>{phase}：{net}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/events.py" />
            <source>{phase} {net} on {total} images</source>
            <translation>{phase}：{net}（{total} 张图像）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/history.py" />
            <source>{dataset} sample of {sample}</source>
            <translation>{dataset}的 {sample} 张样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>A table has a row an epoch and a named column a curve; JSON has lists of numbers.</source>
            <translation>表格每轮次一行，每条曲线一个命名的列；JSON 为数的列表。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>Name a .csv or .json file.</source>
            <translation>请指定 .csv 或 .json 文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>Name another file.</source>
            <translation>请指定另一个文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>Name another.</source>
            <translation>请指定另一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>{path} holds no curves.</source>
            <translation>{path} 中没有曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>{path} is not a text file.</source>
            <translation>{path} 不是文本文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>{path} is not valid JSON ({error}).</source>
            <translation>{path} 不是有效的 JSON（{error}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/others.py" />
            <source>{path} is too large for a file of curves.</source>
            <translation>{path} 对曲线文件来说太大。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/overlays.py" />
            <source>{name}: mean of {count} seeds</source>
            <translation>{name}：{count} 个种子的均值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Accuracy (%)</source>
            <translation>准确率 (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Accuracy of layers added up</source>
            <translation>各层累加的准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Also shows how often each Forward-Forward layer, asked alone, names the right label.</source>
            <translation>还显示每个 Forward-Forward 层单独询问时给出正确标签的频率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Also shows the accuracy of the voting layers' goodness added up from the first of
them to each: what one more layer brings. The last sum is the accuracy itself.</source>
            <translation>还显示投票层的优度从第一层起累加到每一层的准确率：
多一层带来什么。最后的总和就是准确率本身。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Backprop loss</source>
            <translation>反向传播损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>FF loss</source>
            <translation>FF 损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>FF loss per layer</source>
            <translation>每层的 FF 损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Forward-Forward loss per layer</source>
            <translation>每层的 Forward-Forward 损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Per-Layer Accuracy</source>
            <translation>逐层准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Sums</source>
            <translation>累加</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>Up to layer {layer}</source>
            <translation>至层 {layer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>read-out accuracy</source>
            <translation>读出准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>share of steps that it learnt</source>
            <translation>它学习的步数所占份额</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>up to layer {layer}</source>
            <translation>至层 {layer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>weight change</source>
            <translation>权重变化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>{Set}</source>
            <translation>{Set}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>{net} read-out {set}</source>
            <translation>{net} 读出 {set}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/quantities.py" />
            <source>{net} {set}</source>
            <translation>{net} {set}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/reported.py" />
            <source>{name} · epoch {epoch} · seed {seed}</source>
            <translation>{name} · 轮次 {epoch} · 种子 {seed}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>a sample of {sample} {which} images</source>
            <translation>{sample} 张{which}图像的样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>the {images} {which} images</source>
            <translation>{images} 张{which}图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>the {which} images</source>
            <translation>{which}图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>training and judging</source>
            <translation>训练和评估</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>{accuracy_words} of {images}</source>
            <translation>{accuracy_words}，{images}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/results.py" />
            <source>{accuracy_words} of {tested_on}</source>
            <translation>{accuracy_words}，{tested_on}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/training_device.py" />
            <source>All of its memory is taken at once.</source>
            <translation>一次占用其全部内存。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/training_device.py" />
            <source>It is the first of {count}; the others idle.</source>
            <translation>它是 {count} 个中的第一个；其余闲置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/training_device.py" />
            <source>Nets train on the GPU {name}.</source>
            <translation>网络在 GPU {name} 上训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/run/training_device.py" />
            <source>Nets train on the processor ({cores} cores): TensorFlow finds no GPU it can use.</source>
            <translation>网络在处理器（{cores} 核）上训练：TensorFlow 没有找到可用的 GPU。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/text_files.py" />
            <source>too long for a text</source>
            <translation>对文本来说太长</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/text_files.py" />
            <source>{key} is there twice</source>
            <translation>{key} 出现了两次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>autoencoder</source>
            <translation>自编码器</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>bright</source>
            <translation>亮</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>cancelled</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>channel</source>
            <translation>通道</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>classifier</source>
            <translation>分类器</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>completed</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>dark</source>
            <translation>暗</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>decoder</source>
            <translation>解码器</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>encoder</source>
            <translation>编码器</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>kernel</source>
            <translation>卷积核</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>last</source>
            <translation>最后</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>layer</source>
            <translation>层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>left</source>
            <translation>左</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>mean</source>
            <translation>平均</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>network</source>
            <translation>网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>regression</source>
            <translation>回归网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>right</source>
            <translation>右</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>row</source>
            <translation>行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>stopped</source>
            <translation>停止</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>stopped early</source>
            <translation>提前停止</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>test</source>
            <translation>测试</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>train</source>
            <translation>训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>unit</source>
            <translation>单元</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>validation</source>
            <translation>验证</translation>
        </message>
        <message>
            <location filename="../../ffstudio/core/words.py" />
            <source>weight</source>
            <translation>权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Both nets are in it.</source>
            <translation>两个网络都在其中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Choose another name.</source>
            <translation>请选择另一个名称。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Choose another place or make room.</source>
            <translation>请选择其他位置或腾出空间。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Convert the other net with --net {other}.</source>
            <translation>用 --net {other} 转换另一个网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Forward-Forward nets are kept in files whose name ends in {endings}.</source>
            <translation>Forward-Forward 网络保存在名称以 {endings} 结尾的文件中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>How it wants its images is in {beside_name}.</source>
            <translation>它要求的图像方式在 {beside_name} 中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>It wants its images as {way}.</source>
            <translation>它要求图像为{way}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Leave out which net is meant.</source>
            <translation>请不要指定是哪个网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>No network can be made of it.</source>
            <translation>无法由它构成网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>Say which one with --net ff or --net bp.</source>
            <translation>请用 --net ff 或 --net bp 说明是哪一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>The backprop net alone: {known_label} has no place for the other one.</source>
            <translation>只有反向传播网络：{known_label} 没有另一个的位置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>The file does not read back as it was written.</source>
            <translation>文件读回的内容与写出的不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>There is no folder {parent}.</source>
            <translation>没有文件夹 {parent}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>{name} holds a Forward-Forward net and its backprop twin.</source>
            <translation>{name} 包含一个 Forward-Forward 网络及其反向传播孪生网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>{name} holds no {kind} net.</source>
            <translation>{name} 不包含 {kind} 网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>{source_name} holds no Forward-Forward net.</source>
            <translation>{source_name} 不包含 Forward-Forward 网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>{source_name} would be written over itself.</source>
            <translation>{source_name} 将被自身覆盖。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/conversion.py" />
            <source>{target} cannot be written ({error_words}).</source>
            <translation>{target} 无法写入（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/event_files.py" />
            <source>Name another --tensorboard.</source>
            <translation>请指定另一个 --tensorboard。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/event_files.py" />
            <source>it cannot be opened</source>
            <translation>无法打开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/event_files.py" />
            <source>{file} is no event file of TensorBoard, or damaged.</source>
            <translation>{file} 不是 TensorBoard 的事件文件，或已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/event_files.py" />
            <source>{folder} cannot be written for TensorBoard ({words}).</source>
            <translation>{folder} 无法为 TensorBoard 写入（{words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/event_files.py" />
            <source>{path} holds no curves of TensorBoard.</source>
            <translation>{path} 中没有 TensorBoard 的曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/keras_model.py" />
            <source>GELU by its tanh formula</source>
            <translation>用 tanh 公式的 GELU</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/keras_model.py" />
            <source>Its optimizer was left out: {error}</source>
            <translation>其优化器被略去：{error}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/keras_model.py" />
            <source>Keras cannot export this net to {name}: {words}</source>
            <translation>Keras 无法将此网络导出为 {name}：{words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/keras_model.py" />
            <source>LocallyConnected1D</source>
            <translation>LocallyConnected1D</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/keras_model.py" />
            <source>LocallyConnected2D</source>
            <translation>LocallyConnected2D</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/keras_model.py" />
            <source>Plain Keras has no {kinds}: import ffstudio.engine before you load the file.</source>
            <translation>纯 Keras 没有 {kinds}：加载文件前请先 import ffstudio.engine。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/keras_model.py" />
            <source>Save it as .keras.</source>
            <translation>请保存为 .keras。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/keras_model.py" />
            <source>hard sigmoid of slope 0.2</source>
            <translation>斜率 0.2 的 hard sigmoid</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/onnx_file.py" />
            <source>Install the extra: pip install "ffstudio[onnx]".</source>
            <translation>请安装附加组件：pip install "ffstudio[onnx]"。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/onnx_file.py" />
            <source>It was not run to compare: onnxruntime is not installed.</source>
            <translation>未运行以比较：没有安装 onnxruntime。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/onnx_file.py" />
            <source>ONNX files need {missing}, which {either} not installed.</source>
            <translation>ONNX 文件需要 {missing}，但尚未安装。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/formats/tflite_file.py" />
            <source>Some of its layers need TensorFlow's own operations (the Flex delegate), so it was not run to compare.</source>
            <translation>其中一些层需要 TensorFlow 自己的运算（Flex 委托），因此未运行以比较。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>All runs together had reached their budget: weights of {dropped} epochs of old runs were let go of. Runs with a star are left alone.</source>
            <translation>所有运行合计已达到上限：放弃了旧运行中 {dropped} 个轮次的权重。带星标的运行不受影响。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>Bring back the files it was begun with, or train anew.</source>
            <translation>请恢复开始时的文件，或重新训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>Keep the run elsewhere.</source>
            <translation>请将运行保留在别处。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>The images of {data_title} are not those that the run has learnt from.</source>
            <translation>{data_title} 的图像不是此运行学习过的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>{folder} cannot be written ({error_words}).</source>
            <translation>{folder} 无法写入（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/run_folders.py" />
            <source>{folder} holds other nets by now.</source>
            <translation>{folder} 现在含有其他网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/scores_files.py" />
            <source>It wants rows of {height}×{width} pixels as 0–1.</source>
            <translation>它要求由 {height}×{width} 像素组成的行，取值 0–1。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/scores_files.py" />
            <source>Its output is a score of every label: the largest is the net's answer.</source>
            <translation>其输出是每个标签的得分：最大者为网络的回答。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/scores_files.py" />
            <source>Let the name end in one of {endings}.</source>
            <translation>名称请以 {endings} 之一结尾。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/scores_files.py" />
            <source>{label}: there is no place for a Forward-Forward net, which scores each label.</source>
            <translation>{label}：这里容不下为每个标签打分的 Forward-Forward 网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>Let the name end in {session_suffixes}.</source>
            <translation>请使名称以 {session_suffixes} 结尾。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>There is no {name} net.</source>
            <translation>没有 {name} 网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>Train anew.</source>
            <translation>请重新训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>Train one first.</source>
            <translation>请先训练一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>{name}: its training state is damaged.</source>
            <translation>{name}：其训练状态已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/saving/session_files.py" />
            <source>{path_name} ends in {suffix}.</source>
            <translation>{path_name} 以 {suffix} 结尾。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>Keras cannot build the network: {words}</source>
            <translation>Keras 无法建立该网络：{words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>The optimizer's state belongs to other weights.</source>
            <translation>优化器的状态属于其他权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>There is no optimizer {kind}.</source>
            <translation>没有优化器 {kind}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>Train with a fresh one.</source>
            <translation>请用全新的优化器训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>the network found</source>
            <translation>找到的网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>{activation} inside does better than ReLU</source>
            <translation>内部用 {activation} 比 ReLU 更好</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/build.py" />
            <source>{file} holds no network.</source>
            <translation>{file} 不含网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>It cannot be trained here: {problem}</source>
            <translation>它不能在这里训练：{problem}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>It gives nothing of the images back: {tried} ways to hand them over were tried, and the mean of all images is nearer to each than what the best of them makes ({best} of variance). It may have learnt something else, or nothing yet; another way can be chosen in the model card.</source>
            <translation>它没有还原出任何图像：尝试了 {tried} 种传入方式，所有图像的平均比其中最好的结果更接近每张图像（方差的 {best}）。它可能学过别的东西，或者还什么都没学；可在模型卡中选择其他方式。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>It recognises nothing here: {tried} ways to hand images over were tried (scales, black on white, turned, mirrored), the best finds {best} of {count}. It may have learnt something else, or nothing yet; another way can be chosen in the model card.</source>
            <translation>它在这里什么也认不出：尝试了 {tried} 种传入图像的方式（缩放、白底黑字、旋转、镜像），最好的在 {count} 张中认出 {best}。它可能学过别的东西，或者还什么都没学；可在模型卡中选择其他方式。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>Its classes come in another order than those of {on_title}: so sorted, {share} of {count} are recognised as {way}.</source>
            <translation>其类别的次序与 {on_title} 的不同：这样排序后，{count} 张中有 {share} 被认出，传入方式为{way}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>Its images are handed over as {way}: {why}. Another way can be chosen in the model card.</source>
            <translation>其图像以{way}传入：{why}。可在模型卡中选择其他方式。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>Its outputs are called as was set by hand.</source>
            <translation>其输出的名称由手工设定。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>Its {count} outputs are called {first} to {last}: the file does not say, but {what} have as many.</source>
            <translation>其 {count} 个输出名为 {first} 到 {last}：文件没有说明，但{what}正好有这么多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>The optimizer goes on where it stood, after {state_steps} steps.</source>
            <translation>优化器从停下处继续，已走 {state_steps} 步。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>Training goes on with a fresh optimizer: the file's has other settings.</source>
            <translation>以新的优化器继续训练：文件中的设置不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>Training goes on with a fresh optimizer: {error}</source>
            <translation>以新的优化器继续训练：{error}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/strangers/opened.py" />
            <source>the only network that fits</source>
            <translation>唯一匹配的网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/backprop.py" />
            <source>Choose another layer.</source>
            <translation>请选择另一层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/backprop.py" />
            <source>Layer {index} has no weights.</source>
            <translation>第 {index} 层没有权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/continuing.py" />
            <source>The layers in the builder are not those of this net.</source>
            <translation>构建器中的层不是此网络的层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/continuing.py" />
            <source>Undo the changes to go on with it, or press Train to start a new net.</source>
            <translation>请撤销更改以继续训练它，或按“训练”开始新的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>A session needs data or their shape.</source>
            <translation>会话需要数据或其形状。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>Choose a data set.</source>
            <translation>请选择一个数据集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>Choose the data set it was trained on, or train a new net.</source>
            <translation>请选择训练它所用的数据集，或训练新的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>There are no images to train with.</source>
            <translation>没有可用于训练的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>{data_title} has {num_inputs} pixels and {num_classes} classes; this net was made for {num_inputs_2} and {num_classes_2}.</source>
            <translation>{data_title} 有 {num_inputs} 个像素和 {num_classes} 个类别；此网络针对 {num_inputs_2} 和 {num_classes_2}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_nets.py" />
            <source>{name} cannot be changed while training runs.</source>
            <translation>训练运行时不能更改 {name}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_run.py" />
            <source>The loss of Forward-Forward layer {layer} became infinite or NaN in step {step}. Training is paused with the last good weights (step {good}). Lower the learning rate and resume, or stop.</source>
            <translation>Forward-Forward 第 {layer} 层的损失在第 {step} 步变为无穷大或 NaN。训练已暂停，保留最后的正常权重（第 {good} 步）。请降低学习率后继续，或停止。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_run.py" />
            <source>The loss of the backprop net became infinite or NaN in step {step}. Training is paused with the last good weights (step {good}). Lower the learning rate and resume, or stop.</source>
            <translation>反向传播网络的损失在第 {step} 步变为无穷大或 NaN。训练已暂停，保留最后的正常权重（第 {good} 步）。请降低学习率后继续，或停止。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/session_run.py" />
            <source>the {count} test images of {data_title}</source>
            <translation>{data_title} 的 {count} 张测试图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/trainer.py" />
            <source>The saved state lacks {name}.</source>
            <translation>保存的状态缺少 {name}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/trainer.py" />
            <source>The saved {name} has shape {tuple}, the net needs {tuple_2}.</source>
            <translation>保存的 {name} 形状为 {tuple}，网络需要 {tuple_2}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/trainer.py" />
            <source>Train the net anew.</source>
            <translation>请重新训练该网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/engine/training/trainer.py" />
            <source>Use the settings the model was saved with.</source>
            <translation>请使用保存模型时的设置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>A file's name cannot hold that.</source>
            <translation>文件名不能包含那个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>Save it again in Keras, or update ffstudio.</source>
            <translation>请在 Keras 中重新保存，或更新 ffstudio。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>Save or fetch it again.</source>
            <translation>请重新保存或获取。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>The archive is refused.</source>
            <translation>此归档被拒绝。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>is cut short or damaged: the archive has no end.</source>
            <translation>被截断或已损坏：归档没有结尾。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>is cut short: {held} of its {whole} bytes are there.</source>
            <translation>被截断：{whole} 个字节中只有 {held} 个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>is damaged and cannot be read.</source>
            <translation>已损坏，无法读取。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>was packed by a newer program, in a way that cannot be read here.</source>
            <translation>由更新的程序打包，其方式在此无法读取。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>{filename} is not as large as it says.</source>
            <translation>{filename} 的大小与其声明不符。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>{filename} unpacks to too much.</source>
            <translation>{filename} 解压后太大。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>{path_name} is a device, no file.</source>
            <translation>{path_name} 是设备，不是文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>{path_name} is a folder.</source>
            <translation>{path_name} 是一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/container.py" />
            <source>{path_name} is empty: whoever wrote or fetched it did not come to an end.</source>
            <translation>{path_name} 是空的：写出或获取它的程序没有完成。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_models.py" />
            <source>The network has branches ({branches}); weights do not tell how they run.</source>
            <translation>网络有分支（{branches}）；权重不能说明它们如何走向。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_models.py" />
            <source>kernels as (filters, channels, rows, columns)</source>
            <translation>卷积核为（滤波器、通道、行、列）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_models.py" />
            <source>kernels as they are</source>
            <translation>卷积核保持原样</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_models.py" />
            <source>kernels turned round</source>
            <translation>卷积核翻转</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_models.py" />
            <source>{kernels} → channels last</source>
            <translation>{kernels} → 通道在后</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_models.py" />
            <source>{missing} beside it is not read: PyYAML is missing (pip install pyyaml)</source>
            <translation>未读取旁边的 {missing}：缺少 PyYAML（pip install pyyaml）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_models.py" />
            <source>{name} does not fit: {error_message}</source>
            <translation>{name} 不匹配：{error_message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_models.py" />
            <source>{name}, the one architecture beside it that fits, is taken for its own</source>
            <translation>{name}，旁边唯一匹配的架构，被当作它自己的</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/geometry.py" />
            <source>padding {p} in all convolutions</source>
            <translation>所有卷积的填充为 {p}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/geometry.py" />
            <source>strides of 2 in {layers}</source>
            <translation>{layers} 的步幅为 2</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/halves.py" />
            <source>padding same in all convolutions</source>
            <translation>所有卷积的填充为 same</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/halves.py" />
            <source>padding {padding} while it decodes</source>
            <translation>解码时填充为 {padding}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/halves.py" />
            <source>twice as large at {enlarging}</source>
            <translation>在 {enlarging} 处放大一倍</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/halves.py" />
            <source>{how} of 2 before the code</source>
            <translation>编码前 {how} 为 2</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/mixed_formats.py" />
            <source>channels first</source>
            <translation>通道在前</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/mixed_formats.py" />
            <source>channels last</source>
            <translation>通道在后</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/mixed_formats.py" />
            <source>convolutions with {convolution_format}, pools with {pool_format}</source>
            <translation>卷积{convolution_format}，池化{pool_format}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/mixed_formats.py" />
            <source>images of {shape}</source>
            <translation>{shape} 的图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/mixed_formats.py" />
            <source>maps laid out flat with channels first</source>
            <translation>特征图按通道在前展平</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/mixed_formats.py" />
            <source>padding {p}</source>
            <translation>填充 {p}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/mixed_formats.py" />
            <source>pools of {size}×{size}</source>
            <translation>{size}×{size} 的池化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/mixed_formats.py" />
            <source>pools with channels first</source>
            <translation>池化通道在前</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>No known layer has weights like those of {layer}.</source>
            <translation>没有已知的层具有 {layer} 那样的权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>No sizes of images, pools and margins that ffstudio tries fit these weights.</source>
            <translation>ffstudio 尝试的图像尺寸、池化和边距都不适合这些权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>The file holds no weights.</source>
            <translation>文件不含权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>Weights do not tell the settings of {layer} ({kind}).</source>
            <translation>权重不能说明 {layer}（{kind}）的设置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>activations (weights do not tell)</source>
            <translation>激活函数（权重不能说明）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>images of 28×28, {steps} steps of {channels}</source>
            <translation>28×28 的图像，{steps} 步，每步 {channels}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>images of {side}×{side}, {steps}</source>
            <translation>{side}×{side} 的图像，{steps}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>rows as time steps</source>
            <translation>行作为时间步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>{layer} does not take what the layer before it gives: the network has branches; weights do not tell how they run.</source>
            <translation>{layer} 不接收前一层给出的东西：网络有分支；权重不能说明它们如何走向。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>{layer} is taken for the spread of a variational code and left out</source>
            <translation>{layer} 被当作变分编码的离散度而略去</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/bare_weights/search.py" />
            <source>{steps} time steps</source>
            <translation>{steps} 个时间步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>Choose a file that Keras or ffstudio has saved.</source>
            <translation>请选择由 Keras 或 ffstudio 保存的文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>It is refused.</source>
            <translation>它被拒绝。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>Save the whole model again.</source>
            <translation>请重新保存整个模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>The archive has members whose names point outside it.</source>
            <translation>归档中有名称指向其外部的成员。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>The file asks for too much memory.</source>
            <translation>文件要求的内存过多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>This HDF5 file holds no Keras model.</source>
            <translation>此 HDF5 文件不含 Keras 模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>This is not a model file (neither HDF5 nor a .keras archive){said}.</source>
            <translation>这不是模型文件（既不是 HDF5 也不是 .keras 归档）{said}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/examine.py" />
            <source>a pointer of Git LFS, not the file itself</source>
            <translation>Git LFS 的指针，而不是文件本身</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/file_cards.py" />
            <source>Complete the network in the builder.</source>
            <translation>请在构建器中补全网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/file_cards.py" />
            <source>Put what model.to_json() gives beside it, in a .json file of the same name, or save the whole model.</source>
            <translation>请把 model.to_json() 的结果放在旁边同名的 .json 文件中，或保存整个模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/file_cards.py" />
            <source>pictures learnt from: {assumed} (the file does not say)</source>
            <translation>学习过的图像：{assumed}（文件没有说明）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/sandbox.py" />
            <source>Reading the file crashed the HDF5 library or took too much.</source>
            <translation>读取此文件使 HDF5 库崩溃或占用过多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/sandbox.py" />
            <source>Reading the file took longer than {seconds} seconds.</source>
            <translation>读取此文件超过了 {seconds} 秒。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/sandbox.py" />
            <source>Reading the file took more than {memory} MiB of memory.</source>
            <translation>读取此文件占用的内存超过 {memory} MiB。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/sandbox.py" />
            <source>The file could not be read within the memory allowed.</source>
            <translation>无法在允许的内存内读取此文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file has no layer {i}.</source>
            <translation>文件没有层 {i}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file has no weights for {layer_name}.</source>
            <translation>文件没有 {layer_name} 的权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file has no weights for {name}.</source>
            <translation>文件没有 {name} 的权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file lacks weights it says it has.</source>
            <translation>文件缺少它声称具有的权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file may be damaged or belong to another network.</source>
            <translation>文件可能已损坏或属于另一个网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The file's number of layers is damaged.</source>
            <translation>文件的层数已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The layer {layer_name} ({kind}) has {expected} arrays of weights, the file has {kept}.</source>
            <translation>层 {layer_name}（{kind}）有 {expected} 个权重数组，文件有 {kept} 个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The layers inside {name} have {expected} arrays of weights, the file has {arrays}.</source>
            <translation>{name} 内的层有 {expected} 个权重数组，文件有 {arrays} 个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The network has {expected} layers with weights, the file has {stored}.</source>
            <translation>网络有 {expected} 个带权重的层，文件有 {stored} 个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The network is damaged.</source>
            <translation>网络已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The weights inside {name} do not fit its layers.</source>
            <translation>{name} 内的权重与其各层不符。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>The {role} of {layer_name} ({kind}) should be {text}, the file's is {text_2}.</source>
            <translation>{layer_name}（{kind}）的 {role} 应为 {text}，文件中是 {text_2}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>gates kept apart (Keras 1) → joined</source>
            <translation>分开保存的门（Keras 1）→ 合并</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>kernels as Theano used them (mirrored) → turned round</source>
            <translation>按 Theano 使用的卷积核（镜像）→ 翻转</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>the file does not say whether Theano wrote it: its kernels may have to be turned round</source>
            <translation>文件没有说明是否由 Theano 写成：其卷积核可能需要翻转</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/stored_weights.py" />
            <source>weights are matched by their order: the layers' names differ</source>
            <translation>权重按次序匹配：层名不同</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/whole_models.py" />
            <source>Choose a file that Keras has saved.</source>
            <translation>请选择由 Keras 保存的文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/whole_models.py" />
            <source>This archive holds no {needed}.</source>
            <translation>此归档不含 {needed}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/whole_models.py" />
            <source>channels first → channels last, kernels and dense layers converted</source>
            <translation>通道在前 → 通道在后，卷积核和全连接层已转换</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/whole_models.py" />
            <source>the optimizer's state is left out: {reason}</source>
            <translation>优化器的状态被略去：{reason}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/foreign/whole_models.py" />
            <source>the weights' layout has changed</source>
            <translation>权重的布局已改变</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/npz_model.py" />
            <source>The archive lacks {name}.</source>
            <translation>归档缺少 {name}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/npz_model.py" />
            <source>The weights {name} have the shape {shape}, the network needs {shape_2}.</source>
            <translation>权重 {name} 的形状为 {shape}，网络需要 {shape_2}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>Only layers that ffstudio knows are built.</source>
            <translation>只建立 ffstudio 认识的层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>Save it as .h5 or .keras.</source>
            <translation>请保存为 .h5 或 .keras。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The NumPy CNN layout cannot hold this network: {why}.</source>
            <translation>NumPy CNN 布局无法容纳此网络：{why}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The file's input shape or number of layers is damaged.</source>
            <translation>文件的输入形状或层数已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The file's {name} cannot be read.</source>
            <translation>文件的 {name} 无法读取。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The file's {name} is no number.</source>
            <translation>文件的 {name} 不是数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The file's {name} is no text.</source>
            <translation>文件的 {name} 不是文本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The file's {name} is too large.</source>
            <translation>文件的 {name} 太大。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The layer {layer_name} is Recurrent, but is given no rows of one channel.</source>
            <translation>层 {layer_name} 是 Recurrent，但没有得到单通道的行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The layer {name} is of the class {kind}, which ffstudio does not know.</source>
            <translation>层 {name} 属于 ffstudio 不认识的类 {kind}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>The weights of {layer_name} have an odd shape.</source>
            <translation>{layer_name} 的权重形状异常。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>ffstudio does not know what its steps are.</source>
            <translation>ffstudio 不知道它的步是什么。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>it has branches</source>
            <translation>它有分支</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>its input is no image of a fixed size</source>
            <translation>其输入不是固定尺寸的图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>the activation of {layer_name} has settings</source>
            <translation>{layer_name} 的激活函数带有设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>the layer {layer_name} has a bias</source>
            <translation>层 {layer_name} 有偏置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>the layer {layer_name} has groups or gaps</source>
            <translation>层 {layer_name} 有分组或空洞</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>the layer {layer_name} runs backwards or gives all its steps</source>
            <translation>层 {layer_name} 反向运行或给出所有时间步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/formats/numpy_cnn.py" />
            <source>the {setting} of {layer_name} is not square</source>
            <translation>{layer_name} 的 {setting} 不是正方形</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>It is no model.</source>
            <translation>它不是模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>Such files are refused because they can reach other files of yours.</source>
            <translation>此类文件会被拒绝，因为它们可能触及您的其他文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The HDF5 file is damaged or of an unusual kind.</source>
            <translation>HDF5 文件已损坏或属于不常见的种类。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The data of the file's entry {name} lie in another file.</source>
            <translation>文件条目 {name} 的数据在另一个文件中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file holds too many objects.</source>
            <translation>文件包含的对象太多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file is damaged or made to fill your memory.</source>
            <translation>文件已损坏，或是为占满内存而制作。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file is damaged.</source>
            <translation>文件已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file is damaged: its texts overlap.</source>
            <translation>文件已损坏：其文本重叠。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file's entry {name} is a link to {kind}.</source>
            <translation>文件的条目 {name} 是指向{kind}的链接。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file's groups run in a circle.</source>
            <translation>文件的组形成循环。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file's {what} cannot be read.</source>
            <translation>文件的 {what} 无法读取。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The file's {what} is damaged.</source>
            <translation>文件的 {what} 已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The weights {name} are not finite.</source>
            <translation>权重 {name} 不是有限值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>The weights {name} are not floating-point.</source>
            <translation>权重 {name} 不是浮点数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>{dataset_name} declares more data than the file can hold.</source>
            <translation>{dataset_name} 声明的数据多于文件所能容纳。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/hdf5.py" />
            <source>{item_name} does not hold numbers.</source>
            <translation>{item_name} 不含数字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/channels.py" />
            <source>The layer {layer_name} repeats a layer with channels first.</source>
            <translation>层 {layer_name} 重复一个通道在前的层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>Keras 0's list of layers → today's</source>
            <translation>Keras 0 的层列表 → 今天的形式</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>Save the model again.</source>
            <translation>请重新保存模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The file's ffstudio part is missing.</source>
            <translation>文件的 ffstudio 部分缺失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The file's model configuration cannot be read.</source>
            <translation>文件的模型配置无法读取。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The layer {label} repeats a whole model.</source>
            <translation>层 {label} 重复整个模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The layer {label} turns round a {kind}.</source>
            <translation>层 {label} 反转一个 {kind}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The model is of a class {kind} that its author wrote.</source>
            <translation>模型属于其作者编写的类 {kind}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The network begins with several branches in one Merge.</source>
            <translation>网络以一个 Merge 中的多个分支开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The network is nested too deeply.</source>
            <translation>网络嵌套太深。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>The two directions of the layer {name} differ.</source>
            <translation>层 {name} 的两个方向不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>a list of layers (Keras before 2.2.3) → a model with a name</source>
            <translation>层列表（Keras 2.2.3 之前）→ 带名称的模型</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>arithmetic for a loss, which leads to no output, is left out</source>
            <translation>用于损失而不通向任何输出的运算被略去</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>ffstudio never runs code from a file.</source>
            <translation>ffstudio 从不运行文件中的代码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/graph.py" />
            <source>wrappers that prune while training are left out</source>
            <translation>训练时剪枝的包装被略去</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/operations.py" />
            <source>The layer {name} is the operation {word}.</source>
            <translation>层 {name} 是运算 {word}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/operations.py" />
            <source>arithmetic between layers → layers</source>
            <translation>层间运算 → 层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/ports.py" />
            <source>The file's model configuration is damaged.</source>
            <translation>文件的模型配置已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/ports.py" />
            <source>The layer {name} ({kind}) is used with {key}.</source>
            <translation>层 {name}（{kind}）与 {key} 一起使用。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/ports.py" />
            <source>The layer {name} is fed by name.</source>
            <translation>层 {name} 按名称获得输入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/ports.py" />
            <source>{name} was always used as in training; it is used as when predicting</source>
            <translation>{name} 一直按训练方式使用；现按预测方式使用</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>Keras 1's Merge → Add, Concatenate, …</source>
            <translation>Keras 1 的 Merge → Add、Concatenate……</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>Keras 1's names of settings (nb_filter, border_mode, output_dim, …) → today's</source>
            <translation>Keras 1 的设置名（nb_filter、border_mode、output_dim……）→ 今天的名称</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>RNN around a cell → the layer of that name</source>
            <translation>包着单元的 RNN → 同名的层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The activation of {name} is program code.</source>
            <translation>{name} 的激活函数是程序代码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} ({kind}) changes the image's size.</source>
            <translation>层 {name}（{kind}）改变图像大小。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} ({kind}) hands on its inner state.</source>
            <translation>层 {name}（{kind}）传出其内部状态。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} ({kind}) keeps its kernels in an unusual way.</source>
            <translation>层 {name}（{kind}）以不常见的方式保存其卷积核。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} ({kind}) looks at some steps only.</source>
            <translation>层 {name}（{kind}）只看某些步。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} ({kind}) works in groups.</source>
            <translation>层 {name}（{kind}）分组工作。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} is a Lambda, which carries program code.</source>
            <translation>层 {name} 是 Lambda，其中带有程序代码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} is of a class {given} that its author wrote.</source>
            <translation>层 {name} 属于其作者编写的类 {given}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} is of the class {given}, which ffstudio does not know.</source>
            <translation>层 {name} 属于 ffstudio 不认识的类 {given}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} is the operation {given}.</source>
            <translation>层 {name} 是运算 {given}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} looks along unusual axes.</source>
            <translation>层 {name} 沿不常见的轴。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} merges by program code.</source>
            <translation>层 {name} 用程序代码合并。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} merges by {mode}.</source>
            <translation>层 {name} 用 {mode} 合并。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} normalises in Keras 1's mode {settings}.</source>
            <translation>层 {name} 以 Keras 1 的模式 {settings} 归一化。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} takes time steps before images.</source>
            <translation>层 {name} 在图像之前取时间步。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>The layer {name} uses the activation {function}, which ffstudio does not know.</source>
            <translation>层 {name} 使用 ffstudio 不认识的激活函数 {function}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>ThresholdedReLU → ReLU with a threshold</source>
            <translation>ThresholdedReLU → 带阈值的 ReLU</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>a penalty on weights that ffstudio does not know is left out</source>
            <translation>ffstudio 不认识的权重惩罚被略去</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>batch_input_shape → an input layer's shape</source>
            <translation>batch_input_shape → 输入层的形状</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>hard_sigmoid as Keras 1 and 2 computed it is kept</source>
            <translation>保留 Keras 1 和 2 计算的 hard_sigmoid</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>limits on weights while training (constraints) are left out</source>
            <translation>训练时对权重的限制（constraints）被略去</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>number formats given as policies → float32</source>
            <translation>以策略给出的数字格式 → float32</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>numbers in {numbers} → float32</source>
            <translation>{numbers} 格式的数 → float32</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>states are not kept from one image to the next (stateful)</source>
            <translation>状态不从一张图像保留到下一张（stateful）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>the axis of batch normalisation as a list → a number</source>
            <translation>批归一化的轴由列表 → 一个数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>the setting groups of {kind} is left out (it is 1)</source>
            <translation>{kind} 的设置 groups 被略去（为 1）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>the setting time_major is left out (it is false)</source>
            <translation>设置 time_major 被略去（为 false）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>the unknown setting {key} of {kind} is left out</source>
            <translation>{kind} 的未知设置 {key} 被略去</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>{given_class} (for graphics cards) → {kind}</source>
            <translation>{given_class}（用于显卡）→ {kind}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>{given_class} is taken for the layer of AutoKeras</source>
            <translation>{given_class} 被当作 AutoKeras 的层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/migration/spelling.py" />
            <source>{kind} changes images while training only; it is left out</source>
            <translation>{kind} 只在训练时改变图像；被略去</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>it belongs to other weights</source>
            <translation>它属于其他权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>it is of an unusual kind</source>
            <translation>它属于不常见的种类</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>the file does not describe it</source>
            <translation>文件没有描述它</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>the file does not hold it</source>
            <translation>文件中没有它</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>the file does not say how many steps it took</source>
            <translation>文件没有说明它走了多少步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/optimizer_state.py" />
            <source>{kind} is not among those that are carried over</source>
            <translation>{kind} 不在可延续的种类之中</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>Build the net in another way.</source>
            <translation>请以另一种方式建立网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>Choose a file that ffstudio or Keras has saved.</source>
            <translation>请选择由 ffstudio 或 Keras 保存的文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>Open it again.</source>
            <translation>请重新打开。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>Open it in the window, or judge it with 'ffstudio evaluate': what others have saved is read there, in a process of its own.</source>
            <translation>请在窗口中打开，或用 'ffstudio evaluate' 评估：他人保存的内容在那里由单独的进程读取。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>The file holds no network.</source>
            <translation>文件不含网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>The file was written by a newer ffstudio.</source>
            <translation>文件由更新的 ffstudio 写出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>The file's settings cannot be used: {message}</source>
            <translation>文件的设置无法使用：{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>This is not a model file (neither HDF5 nor a .keras archive).</source>
            <translation>这不是模型文件（既不是 HDF5 也不是 .keras 归档）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>Update ffstudio or get a fresh copy.</source>
            <translation>请更新 ffstudio 或重新获取一份副本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>description of its pictures</source>
            <translation>对其图像的描述</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>ffstudio has not saved this file.</source>
            <translation>此文件不是由 ffstudio 保存的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>ffstudio, in a notebook</source>
            <translation>ffstudio，在笔记本中</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>{path_name} asks for too much memory.</source>
            <translation>{path_name} 要求的内存太多。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/archive.py" />
            <source>{path_name} changed while it was being opened.</source>
            <translation>{path_name} 在打开时发生了变化。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Build the net with the same one in each layer.</source>
            <translation>请建立各层设置相同的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Its learning rate followed a schedule; here it is {rate} throughout.</source>
            <translation>其学习率遵循一个计划；这里始终为 {rate}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Its momentum was {momentum}; here it is 0.9.</source>
            <translation>其动量为 {momentum}；这里为 0.9。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Its optimizer had {settings}, which experiments lack.</source>
            <translation>其优化器有 {settings}，实验中没有这些。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Its optimizer was {kind}, which experiments do not have: Adam.</source>
            <translation>其优化器是 {kind}，实验中没有：改用 Adam。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Its optimizer's memory does not fit an experiment's: it starts afresh.</source>
            <translation>其优化器的记忆与实验的不符：重新开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Save the net again.</source>
            <translation>请重新保存该网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Saved from a notebook.</source>
            <translation>从笔记本保存。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>Some layers were not trainable; in the studio all of them learn.</source>
            <translation>有些层不可训练；在工作室中所有层都学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>The file does not say which images the net learnt from, nor in which batches: data set {data} and batches of {batch_size} are assumed, classes are named by number.</source>
            <translation>文件没有说明网络从哪些图像、以何种批量学习：假定数据集为 {data}、批量为 {batch_size}，类别以数字命名。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>The layers differ in {name}; an experiment has one for all layers.</source>
            <translation>各层的 {name} 不同；一个实验的所有层共用一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>The net is of a kind {kind} that this ffstudio does not know.</source>
            <translation>该网络是此 ffstudio 不认识的 {kind} 类型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/ours/notebook.py" />
            <source>The net was not compiled: its layers would learn by Adam.</source>
            <translation>该网络未编译：其各层将用 Adam 学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/checkpoints.py" />
            <source>Get a fresh copy of the run.</source>
            <translation>请重新获取一份运行的副本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/checkpoints.py" />
            <source>The run was ended before its first epoch; train it anew.</source>
            <translation>运行在第一轮次之前就结束了；请重新训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/checkpoints.py" />
            <source>{path} does not exist.</source>
            <translation>{path} 不存在。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/checkpoints.py" />
            <source>{path} is damaged.</source>
            <translation>{path} 已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/checkpoints.py" />
            <source>{path} was written by a newer ffstudio.</source>
            <translation>{path} 由更新的 ffstudio 写出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>Move that one first.</source>
            <translation>请先移开那一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>Move {aside} yourself.</source>
            <translation>请自行移开 {aside}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>See that its folder may be written.</source>
            <translation>请确认其文件夹可以写入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>Stop it first.</source>
            <translation>请先停止它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>{path_name} cannot be brought back ({error_words}).</source>
            <translation>无法恢复 {path_name}（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>{path_name} cannot be deleted ({error_words}).</source>
            <translation>无法删除 {path_name}（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>{path_name} is being trained.</source>
            <translation>{path_name} 正在训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/deleted.py" />
            <source>{path} is there again.</source>
            <translation>{path} 已恢复。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>Another process (number {writer}) is training this run.</source>
            <translation>另一个进程（编号 {writer}）正在训练此运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>Go on with it by --resume {path}, or name another folder.</source>
            <translation>请用 --resume {path} 继续它，或指定另一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>Name a folder of ffstudio's.</source>
            <translation>请指定 ffstudio 的文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>Name a folder.</source>
            <translation>请指定一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>Wait for it to end, or stop it.</source>
            <translation>请等它结束，或停止它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} holds a run already.</source>
            <translation>{path} 中已有一次运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} holds no run of ffstudio.</source>
            <translation>{path} 中没有 ffstudio 的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} holds no run.</source>
            <translation>{path} 中没有运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} holds {name} of something else.</source>
            <translation>{path} 中的 {name} 属于别的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} is a file.</source>
            <translation>{path} 是一个文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/folder.py" />
            <source>{path} is of a newer ffstudio.</source>
            <translation>{path} 属于更新的 ffstudio。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/library.py" />
            <source>'ffstudio runs' lists those there are.</source>
            <translation>'ffstudio runs' 列出现有的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/library.py" />
            <source>There is no run {name}.</source>
            <translation>没有运行 {name}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/library.py" />
            <source>Write more.</source>
            <translation>请多写一些。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/library.py" />
            <source>{name} is the beginning of several runs: {names}.</source>
            <translation>{name} 是多个运行的开头：{names}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/looking.py" />
            <source>The weights of epoch {epoch} of {path_name} are not kept.</source>
            <translation>{path_name} 第 {epoch} 轮次的权重没有保留。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/looking.py" />
            <source>The weights of {path_name} do not fit its experiment.</source>
            <translation>{path_name} 的权重与其实验不符。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/looking.py" />
            <source>Those of these epochs are: {listed}.</source>
            <translation>保留的轮次有：{listed}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/opening.py" />
            <source>Choose another moment.</source>
            <translation>请选择另一个时刻。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/opening.py" />
            <source>The weights after epoch {epoch} are not on disk.</source>
            <translation>轮次 {epoch} 之后的权重不在磁盘上。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/opening.py" />
            <source>Train it anew.</source>
            <translation>请重新训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/opening.py" />
            <source>{path_name} was ended before its first epoch: there is nothing to bring back.</source>
            <translation>{path_name} 在第一轮次之前就结束了：没有可恢复的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/opening.py" />
            <source>{place} does not fit its experiment.</source>
            <translation>{place} 与其实验不符。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/queue.py" />
            <source>It has ended with the code {code}.</source>
            <translation>以代码 {code} 结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/queue.py" />
            <source>Move it away to begin a new queue; the experiments lie beside it.</source>
            <translation>请将其移走以开始新的队列；实验位于其旁边。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/queue.py" />
            <source>The queue is of a newer ffstudio.</source>
            <translation>该队列来自更新版本的 ffstudio。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/record.py" />
            <source>Choose a folder that ffstudio has written.</source>
            <translation>请选择由 ffstudio 写出的文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/record.py" />
            <source>What stands before it can be used; a checkpoint before it can go on.</source>
            <translation>之前的内容可用；可从之前的检查点继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/record.py" />
            <source>{path} is damaged in line {number}.</source>
            <translation>{path} 的第 {number} 行已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/record.py" />
            <source>{path} is no record of a run.</source>
            <translation>{path} 不是运行记录。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/recorder.py" />
            <source>Files of {path} had been deleted; they were written anew.</source>
            <translation>{path} 的文件曾被删除；已重新写入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/recorder.py" />
            <source>The run has reached its {size} MB: from now on weights of some epochs in between are let go of; the newest always stay.</source>
            <translation>此运行已达到 {size} MB：从现在起放弃其间一些轮次的权重；最新的始终保留。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/recorder.py" />
            <source>{here} can no longer be written ({why}), nor can {there} ({why_there}). Training goes on; nothing more is kept of it.</source>
            <translation>{here} 无法再写入（{why}），{there} 也不行（{why_there}）。训练继续；不再保留任何内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/recorder.py" />
            <source>{here} can no longer be written ({why}). Nothing more is kept of it.</source>
            <translation>{here} 无法再写入（{why}）。不再保留任何内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/recorder.py" />
            <source>{here} can no longer be written ({why}). The run is now kept in {there}.</source>
            <translation>{here} 无法再写入（{why}）。此运行现在保存在 {there}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/recorder.py" />
            <source>{here} can no longer be written ({why}). Training goes on; nothing more is kept of it. What is on disk stays; save the nets at the end.</source>
            <translation>{here} 无法再写入（{why}）。训练继续；不再保留其内容。磁盘上的保持不变；请在结束时保存网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/recorder.py" />
            <source>{path} could not be put in order ({why}).</source>
            <translation>{path} 无法整理（{why}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/resume.py" />
            <source>Copy it to where you may write, and go on with the copy.</source>
            <translation>请复制到您可以写入的位置，并用该副本继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/resume.py" />
            <source>Get a whole copy of the run.</source>
            <translation>请获取一份完整的运行副本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/runs/resume.py" />
            <source>{folder_record_path} ends before its newest checkpoint.</source>
            <translation>{folder_record_path} 在最新检查点之前就结束了。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/journal.py" />
            <source>Give --storage the path of a file, or the address of a database you may write.</source>
            <translation>请给 --storage 一个文件的路径，或一个可写数据库的地址。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/journal.py" />
            <source>Install the extra: pip install "ffstudio[sweep]".</source>
            <translation>请安装附加组件：pip install "ffstudio[sweep]"。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/journal.py" />
            <source>Sweeps need Optuna, which is not installed.</source>
            <translation>参数扫描需要 Optuna，而它未安装。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/journal.py" />
            <source>The sweep's storage {where} cannot be opened ({first_line}).</source>
            <translation>无法打开参数扫描的存储 {where}（{first_line}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/journal.py" />
            <source>{where} cannot be written ({error_words}).</source>
            <translation>{where} 无法写入（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Begin the sweep anew elsewhere.</source>
            <translation>请在别处重新开始参数扫描。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Bring back the right one.</source>
            <translation>请恢复正确的那个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Bring it back, or begin the sweep anew.</source>
            <translation>请恢复它，或重新开始参数扫描。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Go on with that by 'ffstudio sweep --out {path}' alone, or name another --out.</source>
            <translation>请仅用 'ffstudio sweep --out {path}' 继续，或指定另一个 --out。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Its process was killed {count} times without getting any further.</source>
            <translation>其进程被终止了 {count} 次而没有任何进展。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Name another --out.</source>
            <translation>请指定另一个 --out。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>Say what to train, to begin one.</source>
            <translation>请说明要训练什么，以便开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{path} cannot be read ({why}).</source>
            <translation>{path} 无法读取（{why}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{path} holds another sweep.</source>
            <translation>{path} 包含另一个参数扫描。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{path} holds no sweep.</source>
            <translation>{path} 不包含参数扫描。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{where} does not hold the sweep.</source>
            <translation>{where} 不包含该参数扫描。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{where} is damaged.</source>
            <translation>{where} 已损坏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/files/sweeps/study.py" />
            <source>{where} is missing.</source>
            <translation>{where} 缺失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>About this command</source>
            <translation>关于此命令</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>Command palette</source>
            <translation>命令面板</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>Commands</source>
            <translation>命令</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>No command has these letters.</source>
            <translation>没有命令包含这些字母。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>Search commands</source>
            <translation>搜索命令</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>Type a command, a panel, a preset or a file</source>
            <translation>输入命令、面板、预设或文件的名称</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/commands/palette.py" />
            <source>not now: {why_not}</source>
            <translation>现在不可用：{why_not}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>As EMNIST's files have their pictures.</source>
            <translation>如同 EMNIST 文件中的图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Cut and Scaled</source>
            <translation>裁剪并缩放</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Fit</source>
            <translation>适配</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Framed</source>
            <translation>加框</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>How pictures are brought to the net's size.</source>
            <translation>图片如何变为网络所需的尺寸。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>How pictures are turned before the net gets them.</source>
            <translation>图片在传入网络之前如何旋转。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Images by hand</source>
            <translation>手动设定图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Name the outputs so and try the images again.</source>
            <translation>这样命名输出，并重新尝试图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Names of the outputs</source>
            <translation>输出的名称</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Not Turned</source>
            <translation>不旋转</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Outputs in order</source>
            <translation>按顺序的输出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Rows and Columns Exchanged</source>
            <translation>行与列互换</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Rows and columns exchanged</source>
            <translation>行与列已互换</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Scale</source>
            <translation>数值范围</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Scaled</source>
            <translation>缩放</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>The net has {count} outputs, these are {given} names.</source>
            <translation>网络有 {count} 个输出，而这里有 {given} 个名称。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Turn</source>
            <translation>旋转</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Turned Left</source>
            <translation>向左旋转</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Turned Right</source>
            <translation>向右旋转</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Upside Down</source>
            <translation>上下颠倒</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Use These Names</source>
            <translation>使用这些名称</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Use these names</source>
            <translation>使用这些名称</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>What the outputs stand for, in their order, for example 7 2 1 0 4 9 5 8 3 6: names with spaces or commas between them, or one character each.</source>
            <translation>各输出按顺序代表什么，例如 7 2 1 0 4 9 5 8 3 6：名称之间用空格或逗号，或每个一个字符。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>Which numbers the net gets for black and white.</source>
            <translation>网络对黑和白得到哪些数值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/by_hand_form.py" />
            <source>“{twice}” is there twice; each output has a name of its own.</source>
            <translation>“{twice}”出现了两次；每个输出有自己的名称。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>All files (*)</source>
            <translation>所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>All that can be opened</source>
            <translation>所有可打开的文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>Data sets</source>
            <translation>数据集</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>Experiments and lessons</source>
            <translation>实验和课程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>Images and labels</source>
            <translation>图像和标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/file_filters.py" />
            <source>{entry};;All files (*)</source>
            <translation>{entry};;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>&lt;p&gt;No page of the help holds these words.&lt;/p&gt;</source>
            <translation>&lt;p&gt;帮助中没有含有这些词的页面。&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>&lt;p&gt;Space and the arrows are left to the control that has the focus while you type in a field or work with a list, slider or button.&lt;/p&gt;</source>
            <translation>&lt;p&gt;当您在输入栏中输入，或使用列表、滑块或按钮时，空格键和方向键留给有焦点的控件。&lt;/p&gt;</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>Help page</source>
            <translation>帮助页面</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>Help topics</source>
            <translation>帮助主题</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>Keyboard Shortcuts</source>
            <translation>键盘快捷键</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>Search help</source>
            <translation>搜索帮助</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>en</source>
            <translation>zh_CN</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/help_window.py" />
            <source>ffstudio Help</source>
            <translation>ffstudio 帮助</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/checks_page.py" />
            <source>Add Check</source>
            <translation>添加检查</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/checks_page.py" />
            <source>Checks of the step</source>
            <translation>此步骤的检查</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/checks_page.py" />
            <source>Remove Check</source>
            <translation>移除检查</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/checks_page.py" />
            <source>What must hold before the step is done.</source>
            <translation>完成此步骤之前必须满足的条件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/checks_page.py" />
            <source>Without a check, the step is done by Next.</source>
            <translation>没有检查时，点击“下一步”即完成此步骤。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source> It is the one in the builder.</source>
            <translation> 它就是构建器中的实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Discard the Lesson</source>
            <translation>放弃课程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Do again what was taken back.</source>
            <translation>重新执行被撤回的操作。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Experiment</source>
            <translation>实验</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Lesson</source>
            <translation>课程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Save the lesson</source>
            <translation>保存课程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Steps</source>
            <translation>步骤</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Take the Builder's Experiment</source>
            <translation>采用构建器中的实验</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Take the last change back.</source>
            <translation>撤回上一次更改。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>The lesson begins with the experiment that the builder holds now.</source>
            <translation>课程以构建器当前的实验开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Title</source>
            <translation>标题</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Title of the lesson</source>
            <translation>课程标题</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>What Is Shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>What one learns</source>
            <translation>能学到什么</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>What you have written is in no file. Discard it?</source>
            <translation>您写的内容尚未存入任何文件。要放弃吗？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/dialog.py" />
            <source>“{spec_name}” on {data_name}, {epochs} epochs.</source>
            <translation>“{spec_name}”，数据 {data_name}，{epochs} 轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/draft.py" />
            <source>First step</source>
            <translation>第一步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/hidden_page.py" />
            <source>Panels</source>
            <translation>面板</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/hidden_page.py" />
            <source>Settings in the builder</source>
            <translation>构建器中的设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/hidden_page.py" />
            <source>What is ticked is there in the lesson; all else is hidden.</source>
            <translation>勾选的内容在课程中可见，其余全部隐藏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Brings up</source>
            <translation>调出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Down</source>
            <translation>下移</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Duplicate</source>
            <translation>复制</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>New step</source>
            <translation>新步骤</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Panel that the step brings up</source>
            <translation>此步骤调出的面板</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Text</source>
            <translation>文本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Text of the step</source>
            <translation>步骤文本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Title of the step</source>
            <translation>步骤标题</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>Up</source>
            <translation>上移</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>What to do and what to look at. Markdown: **bold**, *italic*, - lists.</source>
            <translation>要做什么、看什么。Markdown：**粗体**、*斜体*、- 列表。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/lesson_editor/steps_page.py" />
            <source>{text} step</source>
            <translation>步骤：{text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>1,797 handwritten digits that came with ffstudio.</source>
            <translation>随 ffstudio 附带的 1,797 个手写数字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>A file with images and labels: NumPy, IDX, CSV, MATLAB, HDF5 or zipped pictures.</source>
            <translation>包含图像和标签的文件：NumPy、IDX、CSV、MATLAB、HDF5 或压缩的图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Cancel the download</source>
            <translation>取消下载</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Choose a Data Set</source>
            <translation>选择数据集</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Choose a File…</source>
            <translation>选择文件…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Choose a data file</source>
            <translation>选择数据文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Download</source>
            <translation>下载</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Download progress</source>
            <translation>下载进度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Download the data set</source>
            <translation>下载数据集</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Download {wanted_label}</source>
            <translation>下载 {wanted_label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Fetch the published files into ffstudio's data folder.</source>
            <translation>将公开发布的文件下载到 ffstudio 的数据文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Keep the Digits</source>
            <translation>保留这些数字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Keep the bundled digits</source>
            <translation>保留自带的数字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Stop the download; nothing of it is kept.</source>
            <translation>停止下载；不保留任何内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>The bundled digits are what you want; this line goes away.</source>
            <translation>您就要用自带的数字；此行将消失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Use Bundled Digits</source>
            <translation>使用自带数字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/missing_data.py" />
            <source>Use the bundled digits</source>
            <translation>使用自带的数字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>  images tried:</source>
            <translation>  试过的图像：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source> (in use)</source>
            <translation>（使用中）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source> on {backend}</source>
            <translation>，后端 {backend}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>, {parameters} parameters</source>
            <translation>，{parameters} 个参数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>&lt;b&gt;How it wants its images&lt;/b&gt;: nothing here can tell; choose what fits.</source>
            <translation>&lt;b&gt;需要的图像形式&lt;/b&gt;：这里无从得知；请选择合适的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>&lt;b&gt;How it wants its images&lt;/b&gt;: tried on {escape}; the score is the share of {what}. What is clearly worse than others was tried on few images.</source>
            <translation>&lt;b&gt;需要的图像形式&lt;/b&gt;：在{escape}上试过；得分为{what}的比例。明显较差的方式只在少量图像上试过。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Assumed</source>
            <translation>假定</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Close</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Copied the model card.</source>
            <translation>已复制模型卡。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Copy as Text</source>
            <translation>复制为文本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Every way that was tried, the best first. Choose another one to hand images over so.</source>
            <translation>所有尝试过的方式，最好的在前。可另选一种方式来输入图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Images as</source>
            <translation>图像形式</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Layer</source>
            <translation>层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Migrated</source>
            <translation>已迁移</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Model Card</source>
            <translation>模型卡</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Network</source>
            <translation>网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Note</source>
            <translation>注</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Opens partly.</source>
            <translation>部分打开。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Opens.</source>
            <translation>可打开。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Parameters</source>
            <translation>参数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Preprocessing</source>
            <translation>预处理</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Refused.</source>
            <translation>已拒绝。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Score</source>
            <translation>得分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Several networks fit these weights. Shown is</source>
            <translation>有多个网络符合这些权重。当前显示的是</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>Trained with </source>
            <translation>训练所用：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>images recognised</source>
            <translation>识别出的图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>variance given back</source>
            <translation>还原的方差</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>{kind} — refused</source>
            <translation>{kind}：已拒绝</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>{score} of {count}</source>
            <translation>{count} 个中 {score} 个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>{size} KB</source>
            <translation>{size} KB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/model_card.py" />
            <source>{size} MB</source>
            <translation>{size} MB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>&lt;h2 style='margin:0'&gt;ffstudio {version}&lt;/h2&gt;</source>
            <translation>&lt;h2 style='margin:0'&gt;ffstudio {version}&lt;/h2&gt;</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>A network is being trained.</source>
            <translation>正在训练网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>About ffstudio</source>
            <translation>关于 ffstudio</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Add Curves</source>
            <translation>添加曲线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Apache-2.0</source>
            <translation>Apache-2.0</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>BSD-3-Clause</source>
            <translation>BSD-3-Clause</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Begin Anew</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Begin {name} anew?</source>
            <translation>重新开始 {name}？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Close Now</source>
            <translation>现在关闭</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Curves (*.csv *.json *.tfevents.*);;All files (*)</source>
            <translation>曲线 (*.csv *.json *.tfevents.*);;所有文件 (*)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Discard</source>
            <translation>放弃</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Discard and Close</source>
            <translation>放弃并关闭</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Don't Save</source>
            <translation>不保存</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>It gets new weights and forgets what it has learnt; all other layers stay as they are. This cannot be undone, but kept epochs stay in the time machine.</source>
            <translation>它得到新的权重并忘记所学；其他层保持不变。此操作无法撤销，但保留的轮次仍在时间机器中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>It is in no model file, but nothing is lost: its run is kept, and the panel Runs opens it again with its weights and curves.</source>
            <translation>它不在任何模型文件中，但不会丢失：其运行已保留，“运行”面板可将其连同权重和曲线重新打开。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>It takes the place of the experiment in the builder; undo brings that back.</source>
            <translation>它将取代构建器中的实验；撤销可恢复。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Its weights and curves are lost if you do not save it.</source>
            <translation>若不保存，其权重和曲线将丢失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Keep Training</source>
            <translation>继续训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>LGPL-3.0</source>
            <translation>LGPL-3.0</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Load</source>
            <translation>载入</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Load the experiment “{spec_name}”?</source>
            <translation>载入实验“{spec_name}”？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>MIT</source>
            <translation>MIT</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Open</source>
            <translation>打开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>PySide6-Essentials</source>
            <translation>PySide6-Essentials</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Python</source>
            <translation>Python</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Qt for Python</source>
            <translation>Qt for Python</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Running on Qt {qVersion}, {system} {machine}. Forward-Forward: G. Hinton, “The Forward-Forward Algorithm: Some Preliminary Investigations”, 2022. Colours: M. Okabe, K. Ito. {data_credits}</source>
            <translation>运行于 Qt {qVersion}，{system} {machine}。Forward-Forward：G. Hinton，“The Forward-Forward Algorithm: Some Preliminary Investigations”，2022。配色：M. Okabe、K. Ito。{data_credits}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Stop and Save…</source>
            <translation>停止并保存…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Stop and save it, close now, or keep training? What it has learnt up to its last whole epoch is kept and offered when ffstudio starts again.</source>
            <translation>停止并保存、现在关闭，还是继续训练？截至上一个完整轮次学到的内容会保留，下次启动 ffstudio 时可继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Stop and save it, discard what it learnt in this run, or keep training?</source>
            <translation>停止并保存、放弃这次运行学到的内容，还是继续训练？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>The engine is not loaded yet: which device trains is known then.</source>
            <translation>引擎尚未加载：届时才知道在哪个设备上训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>The trained model “{name}” has not been saved.</source>
            <translation>训练好的模型“{name}”尚未保存。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>Watch a neural network learn without backpropagation: Geoffrey Hinton's Forward-Forward algorithm beside its backprop twin.&lt;br&gt;&lt;br&gt;&lt;b&gt;Nothing leaves this machine.&lt;/b&gt; ffstudio sends no data and no statistics; it goes online only when you ask it to download a data set.</source>
            <translation>观察神经网络如何不用反向传播来学习：Geoffrey Hinton 的 Forward-Forward 算法与其反向传播孪生网络并排。&lt;br&gt;&lt;br&gt;&lt;b&gt;没有任何数据离开这台电脑。&lt;/b&gt;ffstudio 不发送数据，也不发送统计信息；只有在您要求下载数据集时才会联网。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>arrays of numbers</source>
            <translation>数字数组</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>live plots</source>
            <translation>实时绘图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>model files</source>
            <translation>模型文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>neural networks</source>
            <translation>神经网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/questions.py" />
            <source>not installed</source>
            <translation>未安装</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>A run whose accuracy is below the median of the others after as many epochs ends.</source>
            <translation>经过同样多的轮次后，准确率低于其他运行中位数的运行会结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>A sweep needs a folder.</source>
            <translation>参数扫描需要一个文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Accuracy of</source>
            <translation>准确率取自</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>All combinations</source>
            <translation>所有组合</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>All combinations: a grid over the values listed. At random: values out of lists and ranges. TPE: values near those that did best so far.</source>
            <translation>所有组合：所列各值的网格。随机：取自列表和范围的值。TPE：靠近迄今最好的值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>At random</source>
            <translation>随机</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Begin Sweep</source>
            <translation>开始参数扫描</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Choose a setting of the experiment to vary it too.</source>
            <translation>选择实验的一个设置，一并变化。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Choose the sweep's folder</source>
            <translation>选择参数扫描的文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Each combination is trained with each of these: 1-5 or 1,2,7.</source>
            <translation>每种组合用其中每个种子训练：1-5 或 1,2,7。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>End runs early that fall behind the others</source>
            <translation>提前结束落后于其他运行的运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Folder of the Sweep</source>
            <translation>参数扫描的文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>How many runs a search makes; a grid makes all there are.</source>
            <translation>搜索进行多少次运行；网格进行全部。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>How many runs train at once; they share the {cores} cores.</source>
            <translation>同时训练多少次运行；它们共用 {cores} 个核心。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Leave {what} as it is</source>
            <translation>{what}保持原样</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>List values with commas between. Ranges: 0.5..4 (at random, TPE), 0.5..4:5 (five values), 1e-4..1e-1:4:log (four in equal ratios).</source>
            <translation>用逗号列出各值。范围：0.5..4（随机、TPE），0.5..4:5（五个值），1e-4..1e-1:4:log（四个，等比）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>New Sweep</source>
            <translation>新建参数扫描</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Processes</source>
            <translation>进程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Runs</source>
            <translation>运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Seeds</source>
            <translation>种子</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>The net whose accuracy tells which run is best.</source>
            <translation>以其准确率判断哪次运行最好的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>The search looks at test images: the best accuracies will be too good by a little. Hold images back for validation to search on those.</source>
            <translation>搜索看的是测试图像：最佳准确率会略微偏高。请留出验证图像用于搜索。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Trains {name} again and again with other settings and seeds, in processes of their own: the window stays free. Each run is kept.</source>
            <translation>在各自的进程中用其他设置和种子反复训练 {name}：窗口保持可用。每次运行都会保留。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Values are chosen</source>
            <translation>值的选取</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Values of {what}</source>
            <translation>{what}的值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Values with commas between, or a range: 0.1..2, 0.1..2:5 or 1e-4..1e-1:4:log.</source>
            <translation>用逗号分隔的值，或范围：0.1..2、0.1..2:5 或 1e-4..1e-1:4:log。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Vary another setting</source>
            <translation>变化另一个设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Vary another setting…</source>
            <translation>变化另一个设置…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Where it looks best (TPE)</source>
            <translation>看起来最好处（TPE）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>Where its runs are kept. Those among your runs count in the 5 GB that all runs may take; elsewhere nothing is ever let go of.</source>
            <translation>其运行保存的位置。位于您的运行之中的计入所有运行可占的 5 GB；其他位置的绝不会放弃任何内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>{count} runs of {epochs} epochs each, {jobs} at a time.</source>
            <translation>{count} 次运行，每次 {epochs} 轮次，同时 {jobs} 次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/dialogs/sweep_dialog.py" />
            <source>{what} changes nothing here: {why}</source>
            <translation>{what}在这里不改变任何东西：{why}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>Choose another folder, or make room on the disk.</source>
            <translation>请选择另一个文件夹，或在磁盘上腾出空间。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>Choose from {least} to {most}.</source>
            <translation>请选择 {least} 到 {most}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>FFmpeg kept {num_kept} of {count} pictures</source>
            <translation>FFmpeg 保留了 {count} 张图像中的 {num_kept} 张</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>GIF</source>
            <translation>GIF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>H.264 video, small and sharp; needs FFmpeg, which “pip install ffstudio[video]” brings.</source>
            <translation>H.264 视频，小而清晰；需要 FFmpeg，“pip install ffstudio[video]”会安装它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>MP4</source>
            <translation>MP4</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>MP4 needs the encoder FFmpeg. Install it with: {command}. A GIF needs nothing.</source>
            <translation>MP4 需要编码器 FFmpeg。请安装：{command}。GIF 什么也不需要。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>Plays everywhere, in web pages and presentations; 256 colours.</source>
            <translation>到处都能播放，可用于网页和演示；256 色。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>The pause at the end must be from 0 to {most} seconds.</source>
            <translation>末尾停顿必须为 0 到 {most} 秒。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>Use one of {known}.</source>
            <translation>请使用其中之一：{known}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>{fps} pictures a second cannot be shown.</source>
            <translation>无法每秒显示 {fps} 张图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>{path} cannot be written: {error_words}.</source>
            <translation>{path} 无法写入：{error_words}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/animation.py" />
            <source>{path} has no ending of an animation.</source>
            <translation>{path} 没有动画文件的扩展名。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/clipboard.py" />
            <source>Copied “{figure_title}” as a picture and a table.</source>
            <translation>已将“{figure_title}”复制为图片和表格。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export.py" />
            <source>1 file was</source>
            <translation>1 个文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export.py" />
            <source>The folder {folder} cannot be made: {error_words}.</source>
            <translation>无法创建文件夹 {folder}：{error_words}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export.py" />
            <source>{count} files were</source>
            <translation>{count} 个文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export.py" />
            <source>{message} {count_text} written before.</source>
            <translation>{message} 此前已写入 {count_text}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source> DPI</source>
            <translation> DPI</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>, {width} × {height} pixels</source>
            <translation>，{width} × {height} 像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>1 file</source>
            <translation>1 个文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>All curves as</source>
            <translation>所有曲线格式</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Browse…</source>
            <translation>浏览…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Caption</source>
            <translation>说明文字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Choose the folder.</source>
            <translation>选择文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Dots per inch of a PNG: 96 for screens, 300 for print.</source>
            <translation>PNG 每英寸点数：屏幕用 96，印刷用 300。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Export to Folder</source>
            <translation>导出到文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Export {title}</source>
            <translation>导出{title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Files</source>
            <translation>文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Files that will be written</source>
            <translation>将写入的文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Inches or centimetres.</source>
            <translation>英寸或厘米。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Natural</source>
            <translation>自然宽度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Nets: {spoken}.</source>
            <translation>网络：{spoken}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>No file: tick something.</source>
            <translation>没有文件：请勾选一些内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Open Folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Opens the folder with the files just written.</source>
            <translation>打开刚写入文件的文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Pictures as</source>
            <translation>图片格式</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Replace Files</source>
            <translation>替换文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Resolution of PNG</source>
            <translation>PNG 分辨率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Small letters below each picture: experiment, epoch and seed.</source>
            <translation>每张图片下的小字：实验、轮次和种子。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>There are no curves yet.</source>
            <translation>还没有曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>There is nothing to show here yet. Train or open a model first.</source>
            <translation>这里还没有可显示的内容。请先训练或打开一个模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Tick All</source>
            <translation>全部勾选</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Tick at least one view and one format.</source>
            <translation>请至少勾选一个视图和一种格式。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Ticked views are written. A view without content cannot be ticked.</source>
            <translation>写出勾选的视图。没有内容的视图不能勾选。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Ticks every view that has content, or none.</source>
            <translation>勾选所有有内容的视图，或全部取消。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Train or open a model first, then export.</source>
            <translation>请先训练或打开一个模型，再导出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Unit of the width</source>
            <translation>宽度单位</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Views to export</source>
            <translation>要导出的视图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Where the files go; it is made if it does not exist.</source>
            <translation>文件的存放位置；不存在时会创建。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Width of every picture; a column of a paper is about 3.3 in (8.4 cm) wide.
At the lowest value each picture has its natural width.</source>
            <translation>每张图片的宽度；论文的一栏宽约 3.3 英寸（8.4 厘米）。
取最小值时，每张图片采用其自然宽度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>Wrote {files_text} to {folder}</source>
            <translation>已将 {files_text} 写入 {folder}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>{count} files</source>
            <translation>{count} 个文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>{count} values in {curves} curves</source>
            <translation>{curves} 条曲线中的 {count} 个值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>{files_text} already {exist} in {folder}: {names}.
Replace with the new ones?</source>
            <translation>{folder} 中已有 {files_text}：{names}。
要用新文件替换吗？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_dialog.py" />
            <source>{width} × {height} in</source>
            <translation>{width} × {height} 英寸</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>All curves, marks and epochs, with the experiment's settings.</source>
            <translation>所有曲线、标记和轮次，以及实验的设置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>CSV</source>
            <translation>CSV</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>CSV Table</source>
            <translation>CSV 表格</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>Choose another folder or name.</source>
            <translation>请选择其他文件夹或名称。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>JSON</source>
            <translation>JSON</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>One tidy table: one row per value, for pandas and spreadsheets.</source>
            <translation>一张整洁的表：每行一个值，适合 pandas 和电子表格。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>PDF</source>
            <translation>PDF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>PNG</source>
            <translation>PNG</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>Pixels, for slides and the web.</source>
            <translation>像素图，适合幻灯片和网页。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>SVG</source>
            <translation>SVG</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>The numbers behind each picture.</source>
            <translation>每张图片背后的数字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>The picture could not be turned into a PNG.</source>
            <translation>图片无法转换为 PNG。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>Vectors, for papers.</source>
            <translation>矢量图，适合论文。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/export_formats.py" />
            <source>Vectors, for the web and for editing; text stays text.</source>
            <translation>矢量图，适合网页和编辑；文字仍是文字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>Choose a smaller width or resolution.</source>
            <translation>请选择较小的宽度或分辨率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>Choose a smaller width or resolution: at most {MOST_PIXELS} pixels a side.</source>
            <translation>请选择较小的宽度或分辨率：每边最多 {MOST_PIXELS} 像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>Software</source>
            <translation>Software</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>The resolution of an exported picture must be greater than 0 DPI.</source>
            <translation>导出图片的分辨率必须大于 0 DPI。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>The width of an exported picture must be greater than 0.</source>
            <translation>导出图片的宽度必须大于 0。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>There is no memory for a picture of {width} × {height} pixels.</source>
            <translation>没有足够内存来容纳 {width} × {height} 像素的图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>Train or open a model first, then export again.</source>
            <translation>请先训练或打开一个模型，再重新导出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>“{figure_title}” could not be painted.</source>
            <translation>“{figure_title}”无法绘制。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>“{figure_title}” is empty and cannot be exported.</source>
            <translation>“{figure_title}”是空的，无法导出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/figures/figure.py" />
            <source>“{figure_title}” would be {width} × {height} pixels.</source>
            <translation>“{figure_title}”将有 {width} × {height} 像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/grouped_form.py" />
            <source>Not the usual values:
{listed}</source>
            <translation>非常用值：
{listed}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/grouped_form.py" />
            <source>Validation (share)</source>
            <translation>验证（比例）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/grouped_form.py" />
            <source>no effect now</source>
            <translation>目前无效</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/grouped_form.py" />
            <source>{changed} changed</source>
            <translation>已更改 {changed} 项</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>BP</source>
            <translation>BP</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>Ctrl+C copies the table as text.</source>
            <translation>Ctrl+C 将表格复制为文本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>FF</source>
            <translation>FF</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>Layers, output shapes and parameters</source>
            <translation>各层、输出形状和参数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>Parameters, Forward-Forward</source>
            <translation>参数，Forward-Forward</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/layer_table.py" />
            <source>Parameters, backprop</source>
            <translation>参数，反向传播</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Drawing</source>
            <translation>绘画</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>No net yet. Press Train (Space) or open one.</source>
            <translation>还没有网络。请按“训练”（空格键）或打开一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Number of the image</source>
            <translation>图像编号</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Test Image</source>
            <translation>测试图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>The drawing pad is empty: draw something, or choose an image.</source>
            <translation>画板是空的：画点什么，或选择一张图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>The image that is looked at: what is drawn on the pad, or one of the data set.</source>
            <translation>所查看的图像：画板上画的，或数据集中的一张。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>The number of the image, counted from 0.</source>
            <translation>图像的编号，从 0 开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>There are no images at hand; draw one.</source>
            <translation>没有可用的图像；请画一张。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Training Image</source>
            <translation>训练图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Validation Image</source>
            <translation>验证图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>Which image</source>
            <translation>哪张图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>drawn</source>
            <translation>手绘</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>the drawing</source>
            <translation>手绘图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>{data_title} has images of another size than the net takes.</source>
            <translation>{data_title} 的图像尺寸与网络所需的不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>{data_title} has no {which} images.</source>
            <translation>{data_title} 没有{which}图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/sample_choice.py" />
            <source>{which} image {number}</source>
            <translation>{which}图像 {number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/section.py" />
            <source>{title} section</source>
            <translation>“{title}”部分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>A change takes effect at Enter, or when you leave the field, and is marked on the curves.</source>
            <translation>按 Enter 或离开此栏时更改生效，并在曲线上标出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>Fix</source>
            <translation>修正</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>Fix {what}</source>
            <translation>修正{what}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>Legal: {sign}{low} to {high} {unit}.</source>
            <translation>允许范围：{sign}{low} 至 {high} {unit}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>No effect now. {idle}</source>
            <translation>目前无效。{idle}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>No effect now. {idle}
{tip}</source>
            <translation>目前无效。{idle}
{tip}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>Usual: {default}.</source>
            <translation>常用值：{default}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>above </source>
            <translation>大于 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>from </source>
            <translation>从 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/setting_form.py" />
            <source>live</source>
            <translation>实时</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/typed_edit.py" />
            <source>Enter ↵</source>
            <translation>Enter ↵</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/view_head.py" />
            <source>Open the page of the help that explains this view.</source>
            <translation>打开解释此视图的帮助页。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/forms/view_head.py" />
            <source>Why?</source>
            <translation>为什么？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/activations_figure.py" />
            <source>Activations of one image</source>
            <translation>一张图像的激活</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers.py" />
            <source>{active} of {units} units answer; the largest activity is {largest}</source>
            <translation>{units} 个单元中有 {active} 个响应；最大活动为 {largest}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_painter.py" />
            <source>answers to none</source>
            <translation>不响应任何图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>A square per unit, and below those that answer most. Click one to pin it.</source>
            <translation>每个单元一个方格，下方是响应最强的单元。点击可固定。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>Activity of all layers</source>
            <translation>所有层的活动</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>Arrows</source>
            <translation>方向键</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>Enter</source>
            <translation>Enter</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>In Activations: go to another unit; at an edge, to the next layer.</source>
            <translation>在“激活”中：前往另一个单元；到边缘则前往下一层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>In Activations: pin the unit, or let go of it.</source>
            <translation>在“激活”中：固定该单元，或放开它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/answers_view.py" />
            <source>{name}, unit {words}</source>
            <translation>{name}，单元 {words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>, with its label {name} embedded</source>
            <translation>，嵌入其标签 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>, with the net's answer {name} embedded</source>
            <translation>，嵌入网络的回答 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Activations</source>
            <translation>激活</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Find in Filters</source>
            <translation>在滤波器中查找</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Lets go of all pinned units.</source>
            <translation>放开所有固定的单元。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Liked best of {sample}.</source>
            <translation>{sample} 中最喜欢的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Looking…</source>
            <translation>查找中…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Net</source>
            <translation>网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Shows the weights of the unit that was pinned last, in Filters.</source>
            <translation>在“滤波器”中显示最后固定的单元的权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Unpin All</source>
            <translation>全部取消固定</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>What every unit answers to one image, while one draws it too, and the training images that the most active units like best.</source>
            <translation>每个单元对一张图像的响应（绘画时也是），以及最活跃的单元最喜欢的训练图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/activations/panel.py" />
            <source>Whose units are shown.</source>
            <translation>显示谁的单元。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>Alignment of local gradients</source>
            <translation>局部梯度的一致性</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>Layer {number}: {value}</source>
            <translation>层 {number}：{value}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>Own gradient and that of all layers' losses</source>
            <translation>自身梯度与所有层损失的梯度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>Own gradient and that of the twin's loss</source>
            <translation>自身梯度与孪生网络损失的梯度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>cosine</source>
            <translation>余弦</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>epoch</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/course.py" />
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>1: the layer's own gradient points exactly where the other does; 0: they are at right angles; −1: it points the other way.</source>
            <translation>1：该层自身的梯度与另一个完全同向；0：互相垂直；−1：方向相反。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Charts of the cosines</source>
            <translation>余弦图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Cosines over the epochs</source>
            <translation>随轮次的余弦</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Gradients of {count} {which} images of {title} and as many with a random wrong label. Epoch {epoch}.</source>
            <translation>{title} 的 {count} 张{which}图像及同样多配随机错误标签的图像的梯度。轮次 {epoch}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Kept Epochs Too</source>
            <translation>也含保留的轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Looks at the epochs of the run that are kept on disk, too, while this is in sight.</source>
            <translation>此视图可见时，也查看运行保留在磁盘上的轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>Measuring…</source>
            <translation>测量中…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>The cosine between the gradient that each layer learns by and two others: the true one of all layers' losses together, and that of the twin's loss.</source>
            <translation>每层据以学习的梯度与另外两个之间的余弦：所有层损失合在一起的真实梯度，以及孪生网络损失的梯度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/alignment/panel.py" />
            <source>The gradients could not be compared</source>
            <translation>无法比较梯度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/cards.py" />
            <source>Forward-Forward: each layer learns from its own loss; no arrow goes back.</source>
            <translation>Forward-Forward：每层从自己的损失学习；没有返回的箭头。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/cards.py" />
            <source>TensorFlow ±{engine}</source>
            <translation>TensorFlow ±{engine}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/cards.py" />
            <source>g⁺ = {positive} (label {label})   g⁻ = {negative} (label {wrong})   θ = {theta}</source>
            <translation>g⁺ = {positive}（标签 {label}）   g⁻ = {negative}（标签 {wrong}）   θ = {theta}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/cards.py" />
            <source>numerical ±{number}</source>
            <translation>数值 ±{number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>From δ follows how J changes with every weight of {title}.</source>
            <translation>由 δ 可得 J 如何随 {title} 的每个权重变化。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>The error comes back to {title}: δ is how J changes with z.</source>
            <translation>误差回到 {title}：δ 是 J 随 z 的变化。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>The image goes in: a⁰ is its pixels.</source>
            <translation>图像输入：a⁰ 是其像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>The loss J says how wrong the output is.</source>
            <translation>损失 J 说明输出错得多少。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>a⁰ = what the layers below make</source>
            <translation>a⁰ = 下方各层的结果</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>{rest} more</source>
            <translation>另有 {rest}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>{title} adds up what comes in, weighted.</source>
            <translation>{title} 将输入加权求和。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>{title} applies its activation function.</source>
            <translation>{title} 应用其激活函数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/formulas.py" />
            <source>δ{n} = ∇ₐJ through the softmax = a{n} − t</source>
            <translation>δ{n} = ∇ₐJ 经过 softmax = a{n} − t</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>A row per unit: its weights with what they meet above, z, a, and what comes back.
Below each weight its gradient. Click a weight to choose it.</source>
            <translation>每个单元一行：其权重及上方与之相遇的值、z、a，以及返回的值。
每个权重下方是其梯度。点击权重可选中它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>B, PgUp</source>
            <translation>B、PgUp</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>Enter, digits</source>
            <translation>Enter、数字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>In the backprop inspector: choose another weight.</source>
            <translation>在反向传播检视器中：选择另一个权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>In the backprop inspector: the next step.</source>
            <translation>在反向传播检视器中：下一步。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>In the backprop inspector: the step before.</source>
            <translation>在反向传播检视器中：上一步。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>In the backprop inspector: type the chosen weight.</source>
            <translation>在反向传播检视器中：输入所选权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>N, PgDn</source>
            <translation>N、PgDn</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>Numbers of all layers</source>
            <translation>所有层的数值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>bias</source>
            <translation>偏置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>weight from {source}</source>
            <translation>来自 {source} 的权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/net_view.py" />
            <source>{title}, unit {unit}, {what}: {weight}</source>
            <translation>{title}，单元 {unit}，{what}：{weight}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>All {numbers} against TensorFlow's: at most {apart} apart.</source>
            <translation>全部 {numbers} 个与 TensorFlow 的对照：最多相差 {apart}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Asking TensorFlow…</source>
            <translation>正在询问 TensorFlow…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Back</source>
            <translation>上一步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Check Gradients</source>
            <translation>检查梯度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Chosen weight</source>
            <translation>所选权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Forward-Forward Beside</source>
            <translation>并列 Forward-Forward</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>From the image up to the loss, and from the loss back.</source>
            <translation>从图像向上到损失，再从损失返回。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Holds every gradient against TensorFlow's and against differences of the loss, and shows how far they are apart.</source>
            <translation>将每个梯度与 TensorFlow 的以及损失的差分相对照，并显示相差多少。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Its Own Label</source>
            <translation>其自身标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Label {name}</source>
            <translation>标签 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>One image goes up through the backprop net and its error comes back: every number of every layer, one step at a time.</source>
            <translation>一张图像向上经过反向传播网络，其误差返回：每层的每个数值，一次一步。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Show Net by Hand</source>
            <translation>显示手设网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Shows the net that the experiment's weights by hand make, before any training.</source>
            <translation>显示实验中手设权重所成的网络，尚未训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Shows what each Forward-Forward layer learns from the same image, by itself.</source>
            <translation>显示每个 Forward-Forward 层自己从同一张图像学到什么。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Step</source>
            <translation>步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Step {step} of {last}.</source>
            <translation>第 {step} 步，共 {last} 步。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>The experiment gives weights by hand: Show Net by Hand.</source>
            <translation>该实验手设了权重：显示手设网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>The gradients were not checked: {message}</source>
            <translation>梯度未检查：{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>The next step (N in the numbers).</source>
            <translation>下一步（在数值中按 N）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>The step before (B in the numbers).</source>
            <translation>上一步（在数值中按 B）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>The weight that is chosen.</source>
            <translation>所选的权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>There is no backprop net: train with backprop switched on.</source>
            <translation>没有反向传播网络：请打开反向传播并训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>True label</source>
            <translation>真实标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Type another weight: the net changes at once.</source>
            <translation>输入另一个权重：网络立即改变。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>Weight</source>
            <translation>权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>What the output should be. The image's own label is the data set's; of a drawing, the net's answer.</source>
            <translation>输出应是什么。图像自身的标签来自数据集；手绘图像则为网络的回答。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{image}: label {label}; the net answers {answer} ({share}). J = {loss}.</source>
            <translation>{image}：标签 {label}；网络回答 {answer}（{share}）。J = {loss}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{kinks} are left out: at a kink of the activation function there is no derivative, and 0 is taken.</source>
            <translation>略去 {kinks} 个：激活函数的折点处没有导数，取为 0。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{looked} of {numbers} gradients against differences of the loss: at most {apart} apart.</source>
            <translation>{numbers} 个梯度中的 {looked} 个与损失的差分对照：最多相差 {apart}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{title} shows {units} of {all_units} units and {sources} of {all_sources} inputs, those with the largest δ and a.</source>
            <translation>{title} 显示 {all_units} 个单元中的 {units} 个和 {all_sources} 个输入中的 {sources} 个，即 δ 和 a 最大者。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{title}: bias of unit {unit}</source>
            <translation>{title}：单元 {unit} 的偏置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/panel.py" />
            <source>{title}: weight from {source} to {unit}</source>
            <translation>{title}：从 {source} 到 {unit} 的权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/backprop/steps_figure.py" />
            <source>Backprop step by step</source>
            <translation>逐步反向传播</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Alt+Up, Alt+Down</source>
            <translation>Alt+↑、Alt+↓</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Ctrl+D</source>
            <translation>Ctrl+D</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Del</source>
            <translation>Del</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>FF read-out · {size} · softmax
{read_out_text}</source>
            <translation>FF 读出层 · {size} · softmax
{read_out_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Forward-Forward's linear read-out: one probability per class, from the activities of all layers but the first. No gradient reaches the layers.</source>
            <translation>Forward-Forward 的线性读出：根据除第一层以外各层的活动，为每个类别给出一个概率。没有梯度传到各层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>GB</source>
            <translation>GB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>In the list of layers: add a layer below.</source>
            <translation>在层列表中：在下方添加一层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>In the list of layers: duplicate the layer.</source>
            <translation>在层列表中：复制该层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>In the list of layers: move the layer up or down.</source>
            <translation>在层列表中：上移或下移该层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>In the list of layers: remove the layer.</source>
            <translation>在层列表中：移除该层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Ins</source>
            <translation>Ins</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Layer {i} · {layer_text}</source>
            <translation>层 {i} · {layer_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>MB</source>
            <translation>MB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>Output · {size} · softmax
{cost_text}</source>
            <translation>输出 · {size} · softmax
{cost_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>The backprop twin's output: one probability per class.</source>
            <translation>反向传播孪生网络的输出：每个类别一个概率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>The hidden layers, first layer on top. Drag to reorder, or Alt+Up and Alt+Down.
Ins adds a layer, Del removes it, Ctrl+D duplicates it.</source>
            <translation>隐藏层，第一层在最上面。拖动可调整顺序，也可用 Alt+↑ 和 Alt+↓。
Ins 添加一层，Del 移除，Ctrl+D 复制。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>no weights</source>
            <translation>没有权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{bp_parameters} weights</source>
            <translation>{bp_parameters} 个权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{bp_parameters} weights · BP {size_text}</source>
            <translation>{bp_parameters} 个权重 · BP {size_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{ff_parameters} weights · FF {size_text}</source>
            <translation>{ff_parameters} 个权重 · FF {size_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{inputs} inputs → {units} outputs{of}
Parameters: {ff_parameters} (Forward-Forward), {bp_parameters} (backprop)
Memory while training: {size_text} (Forward-Forward, one layer at a time), {size_text_2} (backprop, held until the backward pass)
{multiply_adds} multiply-adds per image and forward pass</source>
            <translation>{inputs} 个输入 → {units} 个输出{of}
参数：{ff_parameters}（Forward-Forward），{bp_parameters}（反向传播）
训练时的内存：{size_text}（Forward-Forward，一次一层），{size_text_2}（反向传播，保留到反向过程）
每张图像每次前向过程 {multiply_adds} 次乘加</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{read_out_parameters} weights</source>
            <translation>{read_out_parameters} 个权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layer_list.py" />
            <source>{size} · BP {size_text}</source>
            <translation>{size} · BP {size_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Add a layer below this one (Ins)</source>
            <translation>在此层下方添加一层 (Ins)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Add layer</source>
            <translation>添加层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Duplicate layer {index}</source>
            <translation>复制层 {index}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Duplicate this layer (Ctrl+D)</source>
            <translation>复制此层 (Ctrl+D)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Move layer {index}</source>
            <translation>移动层 {index}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Move this layer down (Alt+Down)</source>
            <translation>下移此层 (Alt+↓)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Move this layer up (Alt+Up)</source>
            <translation>上移此层 (Alt+↑)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Remove layer {index}</source>
            <translation>移除层 {index}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Remove this layer (Del)</source>
            <translation>移除此层 (Del)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Reorder layers</source>
            <translation>调整层的顺序</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>Settings of layer {index}</source>
            <translation>层 {index} 的设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>This layer learns by backprop only, so Forward-Forward is switched off.</source>
            <translation>此层只能用反向传播学习，因此 Forward-Forward 已关闭。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>This layer's loss compares pairs and needs no threshold.</source>
            <translation>此层的损失比较样本对，不需要阈值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/layers_editor.py" />
            <source>⚠ The net has no hidden layer. Add one.</source>
            <translation>⚠ 网络没有隐藏层。请添加一层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source> and {more} more.</source>
            <translation>，还有 {more} 项。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>&lt;b&gt;The nets shown:&lt;/b&gt; {escape}. The builder holds another experiment; {train}.</source>
            <translation>&lt;b&gt;显示的网络：&lt;/b&gt;{escape}。构建器中是另一个实验；{train}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>Bring the settings that the nets shown were made with back into the builder; can be undone.</source>
            <translation>将所显示网络的设置带回构建器；可以撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>It differs in: {some}</source>
            <translation>不同之处：{some}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>Nets of another experiment</source>
            <translation>另一个实验的网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>Take Their Experiment</source>
            <translation>采用它们的实验</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>Train goes on with the nets shown all the same</source>
            <translation>“训练”仍会继续训练所显示的网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>Train makes new nets</source>
            <translation>“训练”会建立新网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/nets_notice.py" />
            <source>the next run makes new nets</source>
            <translation>下一次运行会建立新网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>&lt;b&gt;{escape}&lt;/b&gt; holds weights alone. Complete the layers for:</source>
            <translation>&lt;b&gt;{escape}&lt;/b&gt; 只含权重。请补全各层：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Bring its layers into the builder, where they can be changed, and keep its weights at hand for them.</source>
            <translation>将它的层带入构建器以便修改，并保留其权重备用。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Build a New Net</source>
            <translation>建立新网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Edit Layers</source>
            <translation>编辑各层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Forget Them</source>
            <translation>丢弃它们</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Forget the weights given by hand; the seed decides, as in any other net.</source>
            <translation>丢弃手工给定的权重；由种子决定，与其他网络一样。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Layers, what was migrated, and how the net wants its images.</source>
            <translation>各层、迁移的内容，以及网络需要的图像形式。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Model Card…</source>
            <translation>模型卡…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Put the file's weights into the layers below, in their order.</source>
            <translation>将文件的权重按顺序放入下面的层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Start from Random Weights</source>
            <translation>从随机权重开始</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Take layers of your own in place of this net; can be undone.</source>
            <translation>用您自己的层代替此网络；可以撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>The backprop net starts from weights given by hand ({sizes}), not from random ones.</source>
            <translation>反向传播网络从手工给定的权重（{sizes}）开始，而不是随机权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Train goes on with it by backprop, with the settings below.</source>
            <translation>“训练”用下面的设置以反向传播继续训练它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>Use the Weights</source>
            <translation>使用这些权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>images as {escape}</source>
            <translation>图像为{escape}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/network_notice.py" />
            <source>{given} → {made}, {count} layer{value}, {parameters} parameters</source>
            <translation>{given} → {made}，{count} 层，{parameters} 个参数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Add the experiment to the queue: it is trained after those that wait, in a process of its own.</source>
            <translation>将实验加入队列：排在等待的之后，在自己的进程中训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Add to Queue</source>
            <translation>加入队列</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Apply preset {name}</source>
            <translation>应用预设 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Backprop Twin</source>
            <translation>反向传播孪生网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Experiments that come with ffstudio; applying one can be undone.</source>
            <translation>随 ffstudio 附带的实验；应用后可以撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Presets</source>
            <translation>预设</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Queue</source>
            <translation>队列</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Summary</source>
            <translation>概要</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>The layers do not fit yet; see the marked settings.</source>
            <translation>各层还不匹配；请看标出的设置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>There is no data set yet, so sizes are not known.</source>
            <translation>还没有数据集，因此大小未知。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Totals</source>
            <translation>总计</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>Training: a learning rate or threshold takes effect at Enter, or when you leave its field, whether a layer learns at once; all other changes in the next run.</source>
            <translation>训练中：学习率或阈值在按 Enter 或离开其字段时生效，层是否学习立即生效；其他更改在下次运行中生效。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>{data_title}: {train} images to learn from, {validation} for validation, {test} to test</source>
            <translation>{data_title}：{train} 张图像用于学习，{validation} 张用于验证，{test} 张用于测试</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/panel.py" />
            <source>{short_totals} parameters</source>
            <translation>{short_totals} 个参数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Augmentation</source>
            <translation>数据增强</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Goodness and Loss</source>
            <translation>优度与损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Images</source>
            <translation>图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Label</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Learning</source>
            <translation>学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Negative Data</source>
            <translation>负样本数据</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Peers and Collaboration</source>
            <translation>同伴与协作</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Prediction</source>
            <translation>预测</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Regularisation</source>
            <translation>正则化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Shape</source>
            <translation>形状</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_groups.py" />
            <source>Top-Down Connections</source>
            <translation>自上而下的连接</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_menu.py" />
            <source>A sweep cannot vary this setting.</source>
            <translation>参数扫描不能变化此设置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_menu.py" />
            <source>Sweep…</source>
            <translation>参数扫描…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/setting_menu.py" />
            <source>Train with several values of this setting, each with several seeds, and compare.</source>
            <translation>用此设置的多个值训练，每个值用多个种子，并比较。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/totals.py" />
            <source>BP {total} parameters, {size_text}</source>
            <translation>BP {total} 个参数，{size_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/totals.py" />
            <source>FF {total} parameters, {size_text} at a time</source>
            <translation>FF {total} 个参数，一次 {size_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/builder/totals.py" />
            <source>{adds} multiply-adds per image and pass</source>
            <translation>每张图像每次前向 {adds} 次乘加</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Ctrl+Home, Ctrl+End</source>
            <translation>Ctrl+Home, Ctrl+End</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Enter, Space</source>
            <translation>Enter、空格</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Goodness of candidate labels</source>
            <translation>候选标签的优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Home, End, PgUp, PgDn</source>
            <translation>Home, End, PgUp, PgDn</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>In a matrix: go to another cell.</source>
            <translation>在矩阵中：移到另一个单元格。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>In a matrix: show the images behind the cell.</source>
            <translation>在矩阵中：显示该单元格的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>In a matrix: the ends of the row, and of the column.</source>
            <translation>在矩阵中：行和列的两端。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>In a matrix: the first and the last cell.</source>
            <translation>在矩阵中：第一个和最后一个单元格。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Label tried</source>
            <translation>尝试的标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>Mean goodness of each label by true label</source>
            <translation>按真实标签的各标签平均优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>No goodness yet.</source>
            <translation>还没有优度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>images of {true} with label {candidate}: goodness {value}, {lead} beside the true label</source>
            <translation>{true} 的图像配标签 {candidate}：优度 {value}，相对真实标签 {lead}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/goodness_matrix.py" />
            <source>{cell}
Click to see the images.</source>
            <translation>{cell}
点击查看图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Beside the True Label's</source>
            <translation>相对真实标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Click a cell to see its images.</source>
            <translation>点击单元格查看其图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Goodness of layer {k}</source>
            <translation>层 {k} 的优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>How much goodness each label has on the images of each class: bright beside the diagonal is what the net takes for right though it is wrong.</source>
            <translation>每个标签在每类图像上有多少优度：对角线旁明亮的就是网络误以为正确的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Layer {k}</source>
            <translation>层 {k}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Mean Goodness</source>
            <translation>平均优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Means over {images}. Epoch {epoch}.</source>
            <translation>{images} 上的均值。轮次 {epoch}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Numbers</source>
            <translation>数值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Summed</source>
            <translation>总和</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Summed goodness</source>
            <translation>优度总和</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>The goodness could not be measured</source>
            <translation>无法测量优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>The goodness itself, or how much more or less it is than the true label's.</source>
            <translation>优度本身，或比真实标签的多或少多少。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>Whose goodness: one layer's, or summed over those that vote.</source>
            <translation>谁的优度：某一层的，或参与投票的各层之和。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>{count} images of {name}, those first on which {other} looks best: + is more goodness than the true label's</source>
            <translation>{name} 的 {count} 张图像，{other} 看起来最好的在前：+ 表示优度多于真实标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/candidates/panel.py" />
            <source>{count} images of {name}, those first whose best wrong label comes nearest: + is the true label's lead</source>
            <translation>{name} 的 {count} 张图像，最佳错误标签最接近的在前：+ 是真实标签的领先</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>Both nets are judging the test images…</source>
            <translation>两个网络正在评估测试图像…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>Draw something: what both nets make of it appears here.</source>
            <translation>画点什么：两个网络对它的判断显示在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>First run</source>
            <translation>第一个运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>One of the runs has no net of this kind.</source>
            <translation>其中一次运行没有此类网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>One of the runs has no weights on disk.</source>
            <translation>其中一次运行在磁盘上没有权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>One of the runs with a tick; the second's numbers are taken away.</source>
            <translation>已勾选的运行之一；减去第二个的数值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>Second run</source>
            <translation>第二个运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>Set ticks on two runs, and choose them above.</source>
            <translation>请勾选两次运行，并在上方选择。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>The drawing does not fit both nets.</source>
            <translation>手绘图像不适合两个网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>The images at hand ({data}) do not fit the nets.</source>
            <translation>现有的图像（{data}）不适合这些网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>The images at hand ({data}) have other classes than the nets.</source>
            <translation>现有的图像（{data}）的类别与这些网络不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>The two nets tell other classes apart.</source>
            <translation>两个网络区分的类别不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>There is no data set to judge the nets on.</source>
            <translation>没有可用于评估网络的数据集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>Which of the two nets of each run.</source>
            <translation>每次运行的两个网络中的哪一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>{count} test images of {data}</source>
            <translation>{data} 的 {count} 张测试图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_page.py" />
            <source>{first} − {second} right</source>
            <translation>{first} − {second} 正确</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>Confusion, {title}</source>
            <translation>混淆，{title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>Difference of two confusion matrices</source>
            <translation>两个混淆矩阵之差</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>First net: {first}; second net: {second}</source>
            <translation>第一个网络：{first}；第二个网络：{second}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>Probabilities, or goodness from the lowest label to the highest: goodness of two nets has no common scale. The numbers are the goodness itself.</source>
            <translation>概率，或从最低标签到最高标签的优度：两个网络的优度没有共同的尺度。数值为优度本身。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>Scores of two runs</source>
            <translation>两次运行的分数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>What two nets make of the drawing</source>
            <translation>两个网络对手绘图像的判断</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>first</source>
            <translation>第一</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>label</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>predicted class</source>
            <translation>预测类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>second</source>
            <translation>第二个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>true \ predicted</source>
            <translation>真实 \ 预测</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/pair_views.py" />
            <source>true {true}, predicted {predicted}: {first} images by the first, {second} by the second</source>
            <translation>真实 {true}，预测 {predicted}：第一个 {first} 张，第二个 {second} 张</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>A column a run. The buttons below act on the run of the column one is in.</source>
            <translation>每次运行一列。下方按钮作用于所在列的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>All runs in a table, or two nets on the same images.</source>
            <translation>表格中的所有运行，或相同图像上的两个网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Bring the settings of the chosen column's run into the builder; undo takes them back.</source>
            <translation>将所选列的运行的设置带入构建器；可撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Choose a column first: a click on a run's name, or in its column.</source>
            <translation>请先选择一列：点击运行的名称或其列。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Clear</source>
            <translation>清除</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Compare no runs any more.</source>
            <translation>不再比较任何运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Compare the chosen column's run no more.</source>
            <translation>不再比较所选列的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Compared runs</source>
            <translation>比较的运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>No runs are compared yet.

Set ticks in the panel Runs: their curves lie over each other in Curves, and what differs is listed here.</source>
            <translation>尚未比较任何运行。

请在“运行”面板中勾选：其曲线会在“曲线”中叠加，差异列在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Results of the runs with a tick, the settings in which they differ, and what their curves came to, the best of each line bold; or two of their nets on the same images.</source>
            <translation>已勾选运行的结果、不同的设置和曲线的结局，每行最佳者为粗体；或其中两个网络在相同图像上的表现。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Show Curves</source>
            <translation>显示曲线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Show Runs</source>
            <translation>显示运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Table</source>
            <translation>表格</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Take Away</source>
            <translation>移除</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>The runs are being read…</source>
            <translation>正在读取运行…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>The runs that are kept are listed there.</source>
            <translation>保留的运行列在那里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Their curves lie over each other there.</source>
            <translation>它们的曲线在那里叠加。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Two Nets</source>
            <translation>两个网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>Use These Settings</source>
            <translation>使用这些设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/panel.py" />
            <source>What is compared</source>
            <translation>比较什么</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>BP accuracy on the test images</source>
            <translation>测试图像上的 BP 准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>Cannot be read</source>
            <translation>无法读取</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>Curves: last, and least or best</source>
            <translation>曲线：最终值，以及最小或最佳值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>FF accuracy on the test images</source>
            <translation>测试图像上的 FF 准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>Results</source>
            <translation>结果</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>Seconds of training and judging</source>
            <translation>训练和评估的秒数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>Settings that differ</source>
            <translation>不同的设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>The last value, and in brackets the highest.</source>
            <translation>最终值，括号内为最高值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>The last value, and in brackets the lowest.</source>
            <translation>最终值，括号内为最低值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>a single run</source>
            <translation>单次运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/rows.py" />
            <source>on</source>
            <translation>开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/table_figure.py" />
            <source>part</source>
            <translation>部分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/compare/table_figure.py" />
            <source>what</source>
            <translation>什么</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>; the {MOST_THUMBNAILS} least certain</source>
            <translation>；最不确定的 {MOST_THUMBNAILS} 张</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>FF +{m}</source>
            <translation>FF +{m}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>FF −{m}</source>
            <translation>FF −{m}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>Image {index} of the {which} set, {picture_text}</source>
            <translation>{which}集的图像 {index}，{picture_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>Image {index} of the {which} set. {picture_text}
Click to draw on with it.</source>
            <translation>{which}集的图像 {index}。{picture_text}
点击后可在其上继续绘画。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>Images of the chosen cell</source>
            <translation>所选单元格的图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_gallery.py" />
            <source>{t}
BP {v}</source>
            <translation>{t}
BP {v}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_shares.py" />
            <source>% of all</source>
            <translation>占全部的 %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_shares.py" />
            <source>% of predicted class</source>
            <translation>占预测类别的 %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_shares.py" />
            <source>% of true class</source>
            <translation>占真实类别的 %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_shares.py" />
            <source>Counts</source>
            <translation>计数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{count} of {total}</source>
            <translation>{total} 中的 {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{count} {which} images of {self_title}</source>
            <translation>{count} 张{which}图像，来自 {self_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{say_what}: {count} of {say_images}</source>
            <translation>{say_what}：{say_images} 中 {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{true} recognised</source>
            <translation>{true} 识别正确</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{true} taken for {predicted}</source>
            <translation>{true} 被认作 {predicted}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/cell_words.py" />
            <source>{what}: Forward-Forward {first}, backprop {second} of {say_images}</source>
            <translation>{what}：Forward-Forward {first}，反向传播 {second}，共 {say_images}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source> more or fewer</source>
            <translation> 上下</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>, images</source>
            <translation>，图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>, percentage points</source>
            <translation>，百分点</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>Confusion matrix, {described}</source>
            <translation>混淆矩阵，{described}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>predicted class{unit}</source>
            <translation>预测类别{unit}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>true {true}, predicted {predicted}, {count} {noun}</source>
            <translation>真实 {true}，预测 {predicted}，{count} {noun}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>true {true}, predicted {predicted}; {say_cell}</source>
            <translation>真实 {true}，预测 {predicted}；{say_cell}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>{heading} of {images_text}</source>
            <translation>{images_text} 的{heading}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>{say_cell}
{by_row} of all {true}, {by_column} of all taken for {predicted}
Click to see them.</source>
            <translation>{say_cell}
占所有 {true} 的 {by_row}，占所有被认作 {predicted} 的 {by_column}
点击查看。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>{say_cell}.
Click to see Forward-Forward's.</source>
            <translation>{say_cell}。
点击查看 Forward-Forward 的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>{title} confusion matrix</source>
            <translation>{title} 混淆矩阵</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/matrix_view.py" />
            <source>{title}: {share}{about}% right</source>
            <translation>{title}：{share}{about}% 正确</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Copied {figure_title}</source>
            <translation>已复制{figure_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Copy the matrices as they are shown, as a table and a picture. Ctrl+C copies the one that has the keyboard.</source>
            <translation>将矩阵按显示的样子复制为表格和图片。Ctrl+C 复制有键盘焦点的那个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Copy what is shown</source>
            <translation>复制当前显示</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Counts, or percent of a row, a column or all images.</source>
            <translation>计数，或占一行、一列或所有图像的百分比。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>FF − BP</source>
            <translation>FF − BP</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Forward-Forward's numbers minus backprop's; in their place where there is no room for three matrices.</source>
            <translation>Forward-Forward 的数值减去反向传播的；放不下三个矩阵时代替它们显示。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>How these images are handed to the nets</source>
            <translation>这些图像如何传入网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Judging {NAMES}…</source>
            <translation>正在评估{NAMES}…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>No images are held back for validation; choose the test set.</source>
            <translation>没有留出验证图像；请选择测试集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Set</source>
            <translation>集合</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Test set</source>
            <translation>测试集</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>The matrix could not be made</source>
            <translation>无法制作矩阵</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>There is no data set to judge the net on.</source>
            <translation>没有用来评估网络的数据集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>This net is {article} {role}: it tells no classes apart.</source>
            <translation>这个网络是{role}：它不区分类别。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Train a net or open one, and its mistakes appear here.</source>
            <translation>训练或打开一个网络，它的错误就会显示在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Trying how these pictures are handed to the net…</source>
            <translation>正在尝试这些图片如何传入网络…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Validation set</source>
            <translation>验证集</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Waiting for the next epoch…</source>
            <translation>等待下一轮次…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>Which images are judged. Automatic: those the run is judged on,
or the test images where the nets may have learnt from the others.</source>
            <translation>评估哪些图像。自动：运行时所用的评估图像，
如果网络可能从其余图像学习过，则用测试图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>While a run goes on, its epochs are judged on a fixed sample, the last one on all images. Run › Judge Epochs On changes it.</source>
            <translation>运行期间，各轮次在固定样本上评估，最后一轮在全部图像上。可在“运行 › 轮次评估用”中更改。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>{NAMES} is judged after its first epoch.</source>
            <translation>{NAMES} 在其第一轮次后评估。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>{data_title} does not fit this net: it takes {num_inputs} pixels and tells {num_classes} classes apart.</source>
            <translation>{data_title} 不适合这个网络：它接受 {num_inputs} 个像素，区分 {num_classes} 个类别。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>{why_no_pictures} There is nothing to judge it on.</source>
            <translation>{why_no_pictures} 没有可用来评估它的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/panel.py" />
            <source>± for 95 %</source>
            <translation>95 % 的 ±</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/confusion/side_by_side.py" />
            <source>Confusion matrices: </source>
            <translation>混淆矩阵：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>Cost of both nets</source>
            <translation>两个网络的成本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>In all</source>
            <translation>总计</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>What accuracy costs</source>
            <translation>准确率的代价</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>accuracy (%)</source>
            <translation>准确率 (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>activities of a batch</source>
            <translation>一个批量的活动</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>measured activities</source>
            <translation>测得的活动</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>measured forward pass</source>
            <translation>测得的前向传播</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>multiply-adds per image</source>
            <translation>每张图像的乘加</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>multiply-adds, in 10¹²</source>
            <translation>乘加，单位 10¹²</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/bill.py" />
            <source>{net}: {milliseconds} ms a step of {batch} images, measured while it learnt, so {rate} multiply-adds a second.</source>
            <translation>{net}：{batch} 张图像的一步 {milliseconds} 毫秒，学习时测得，即每秒 {rate} 次乘加。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Costs are counted for nets of the builder; this one is of another program.</source>
            <translation>成本只对构建器的网络计算；这个来自其他程序。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Costs of all layers</source>
            <translation>所有层的成本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Counting…</source>
            <translation>计数中…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Layers are timed once the run rests.</source>
            <translation>运行停下后才对各层计时。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Per image that is learnt from: both passes and the gradients of weights.
Forward-Forward holds the activities of one layer at a time, backprop all of them.</source>
            <translation>每张所学的图像：两次传播和权重的梯度。
Forward-Forward 一次只保留一层的活动，反向传播保留全部。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>Table of costs</source>
            <translation>成本表</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>The forward pass was measured in NumPy on {count} images, the shortest of five.</source>
            <translation>前向传播用 NumPy 在 {count} 张图像上测得，取五次中最短。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>The layers were not timed: {message}</source>
            <translation>各层未计时：{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/cost/panel.py" />
            <source>What every layer costs while it learns, computed and measured: multiply-adds, memory for activities, seconds.</source>
            <translation>每层学习时的代价，计算和测量：乘加、活动所占内存、秒数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Add Curves…</source>
            <translation>添加曲线…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Averages the loss over about 1 ÷ (1 − smoothing) steps: 0.90 is ten steps, 0.99 is
a hundred. The raw values stay behind it, faint.</source>
            <translation>对约 1 ÷ (1 − 平滑) 步的损失取平均：0.90 为十步，0.99 为
一百步。原始值以浅色留在后面。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Draws the losses on a logarithmic axis: small losses are told apart better.
A loss of zero has no place there and leaves a gap.</source>
            <translation>在对数轴上绘制损失：更容易区分小的损失。
损失为零在其中没有位置，会留下空缺。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Epoch</source>
            <translation>轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Fit View</source>
            <translation>适应视图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Lays another program's curves over those shown: a Keras CSVLogger table, a history's JSON
or TensorBoard's event files. They can be dropped here too.</source>
            <translation>将其他程序的曲线叠加到所显示的曲线上：Keras CSVLogger 表格、历史 JSON
或 TensorBoard 的事件文件。也可拖放到这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Log Scale</source>
            <translation>对数刻度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Multiply-Adds</source>
            <translation>乘加</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Shows everything and follows new values again.
In a plot: wheel magnifies along x, Ctrl+wheel along y, a drag moves, a double click fits.</source>
            <translation>显示全部并重新跟随新值。
在图中：滚轮沿 x 放大，Ctrl+滚轮沿 y 放大，拖动平移，双击适应。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>Smoothing</source>
            <translation>平滑</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>What runs along the x-axis.
Step compares mini-batches, Epoch compares passes over the data,
Seconds compares the time each net has really taken, Images what it has learnt from,
Multiply-Adds the work it took, counted for each net by itself.</source>
            <translation>x 轴的含义。
“步”比较小批量，“轮次”比较对数据的遍历，
“秒”比较每个网络实际用时，“图像”比较其学习过的图像，
“乘加”比较所做的计算量，每个网络分别计算。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/controls.py" />
            <source>X-axis</source>
            <translation>x 轴</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/looks.py" />
            <source>NaN</source>
            <translation>NaN</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/looks.py" />
            <source>Step {step}  ·  epoch {epoch}  ·  {seconds} s</source>
            <translation>步 {step}  ·  轮次 {epoch}  ·  {seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/looks.py" />
            <source>{place}  ·  {count} images</source>
            <translation>{place}  ·  {count} 张图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/looks.py" />
            <source>{place}  ·  {count} multiply-adds</source>
            <translation>{place}  ·  {count} 次乘加</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Copy Picture and Data</source>
            <translation>复制图片和数据</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Curves</source>
            <translation>曲线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Learning curves</source>
            <translation>学习曲线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>No curves yet.
Press Train (Space) and watch the losses fall here, layer by layer, with backprop beside them.</source>
            <translation>还没有曲线。
按“训练”（空格键），看损失在这里逐层下降，旁边是反向传播的损失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>No curves: this net cannot be trained here.
{why}{why_2}.</source>
            <translation>没有曲线：此网络不能在这里训练。
{why}{why_2}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Position of the crosshair</source>
            <translation>十字线位置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>The run shown</source>
            <translation>当前显示的运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Waiting for the first mini-batch…</source>
            <translation>等待第一个小批量…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>Where the crosshair is. The legends show each curve's value there, smoothed if smoothing is on.</source>
            <translation>十字线所在位置。图例显示每条曲线在该处的值，开启平滑时为平滑值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/panel.py" />
            <source>{name} (shown)</source>
            <translation>{name}（当前显示）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/plot_group.py" />
            <source>Images learnt from</source>
            <translation>学习过的图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/plot_group.py" />
            <source>Multiply-adds</source>
            <translation>乘加</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/plot_group.py" />
            <source>Step (mini-batches)</source>
            <translation>步（小批量）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/plot_group.py" />
            <source>Training time (s)</source>
            <translation>训练时间（秒）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/plot_group.py" />
            <source>{entry_title} plot</source>
            <translation>{entry_title} 图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/run_legend.py" />
            <source>Runs of one experiment that differ in nothing but the seed are one line, their mean,
in a band of one standard deviation (n − 1) on either side.</source>
            <translation>仅种子不同的同一实验的各次运行合为一条线（均值），
周围的带为上下一个标准差（n − 1）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/run_legend.py" />
            <source>Runs whose curves lie over each other</source>
            <translation>曲线叠加显示的运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/run_legend.py" />
            <source>Seeds as Band</source>
            <translation>种子显示为带</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/run_legend.py" />
            <source>Take Its Curves Away</source>
            <translation>移除其曲线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source> (samples of {counts})</source>
            <translation>（样本 {counts}）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source> of {either}{count} {dataset} image{value}</source>
            <translation>，{either}{count} 张{dataset}图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source> · highest {value_text}</source>
            <translation> · 最高 {value_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source> · lowest {value_text}</source>
            <translation> · 最低 {value_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source> · {series} values</source>
            <translation> · {series} 个值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>, {samples} of them{sample_text}</source>
            <translation>，其中 {samples}{sample_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>a sample of </source>
            <translation>样本 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>last {last}, best {best}</source>
            <translation>最终 {last}，最佳 {best}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>last {last}, min {least}</source>
            <translation>最终 {last}，最小 {least}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>of samples of {samples} {dataset} images</source>
            <translation>{samples} 张{dataset}图像样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>of {whole} {dataset} image{value}</source>
            <translation>{whole} 张{dataset}图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>smoothed {smoothing}, raw values faint</source>
            <translation>平滑 {smoothing}，原始值为浅色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>where points lie along this axis is not known</source>
            <translation>不知道各点在此轴上的位置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>{curve} (has no places along this axis)</source>
            <translation>{curve}（在此轴上没有位置）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>{key_label}
Last {last}{say_images}</source>
            <translation>{key_label}
最新 {last}{say_images}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>{of_name} {noun} became {bad}</source>
            <translation>{of_name}的{noun}变成了 {bad}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/curves/shown_curves.py" />
            <source>{said}, at last of all {whole}</source>
            <translation>{said}，最后用全部 {whole}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/class_histogram.py" />
            <source>Images per class</source>
            <translation>每类图像数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/class_histogram.py" />
            <source>No images yet.</source>
            <translation>还没有图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/gallery.py" />
            <source>
The images are changed as in training: {changes_text}.</source>
            <translation>
图像的变化与训练时相同：{changes_text}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/gallery.py" />
            <source>moved by up to {shift} px</source>
            <translation>最多移动 {shift} px</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/gallery.py" />
            <source>turned by up to {rotation}°</source>
            <translation>最多旋转 {rotation}°</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/gallery.py" />
            <source>up to {zoom} % larger or smaller</source>
            <translation>最多放大或缩小 {zoom} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/gallery.py" />
            <source>{dropped_pixels} % of the pixels dropped</source>
            <translation>丢弃 {dropped_pixels} % 的像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>Arrows, Home, End, PgUp, PgDn</source>
            <translation>方向键、Home、End、PgUp、PgDn</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>In a grid of images: go to another one.</source>
            <translation>在图像网格中：转到另一张。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>In a grid of images: show this one on the drawing pad.</source>
            <translation>在图像网格中：在画板上显示这一张。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>No images.</source>
            <translation>没有图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>{count} images</source>
            <translation>{count} 张图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/image_grid.py" />
            <source>{spoken}; {current} of {count}</source>
            <translation>{spoken}；第 {current} 张，共 {count} 张</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>&lt;b&gt;{escape}&lt;/b&gt; · {height}×{width} pixels · {num_classes} classes&lt;br&gt;{train} training, {validation} validation, {test} test images</source>
            <translation>&lt;b&gt;{escape}&lt;/b&gt; · {height}×{width} 像素 · {num_classes} 类&lt;br&gt;训练 {train}，验证 {validation}，测试 {test} 张图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>All classes</source>
            <translation>所有类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Class shown</source>
            <translation>显示的类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Double-click an image, or press Enter, to draw on with it.</source>
            <translation>双击图像或按 Enter 即可在其上继续绘画。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Loading the images…</source>
            <translation>正在加载图像…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Only backprop is trained: it needs no negative data.</source>
            <translation>只训练反向传播：它不需要负样本数据。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Positive and Negative</source>
            <translation>正样本与负样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Positive and negative pairs</source>
            <translation>正负样本对</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Set shown</source>
            <translation>显示的集合</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Show one class only.</source>
            <translation>只显示一个类别。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Show other images.</source>
            <translation>显示其他图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Shuffle</source>
            <translation>打乱</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Test</source>
            <translation>测试</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>The nets shown know no class of that name.</source>
            <translation>所显示的网络不认识该名称的类别。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>The pairs cannot be shown</source>
            <translation>无法显示样本对</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Training images are changed anew in every epoch: each is followed by a copy as an epoch may show it ({changes_text}).</source>
            <translation>训练图像在每轮次都会重新变化：每张后面跟着一张某轮次可能显示的副本（{changes_text}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>Which images are shown.</source>
            <translation>显示哪些图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>changed</source>
            <translation>已变换</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>{name}, image {i} of the {currentText} set</source>
            <translation>{name}，{currentText}集的图像 {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>{name}, the same image as an epoch may show it</source>
            <translation>{name}，同一图像在某轮次中的样子</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/panel.py" />
            <source>{why} These images are not for the net that is shown.</source>
            <translation>{why} 这些图像不适用于所显示的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>Exchange rows and columns, as EMNIST's files need. Kept in the experiment; undo takes it back.</source>
            <translation>互换行与列，EMNIST 文件需要如此。保存在实验中；可撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>How values are read</source>
            <translation>如何读取数值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>Transposed Pictures</source>
            <translation>转置的图片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>Value Range</source>
            <translation>数值范围</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>Values read as</source>
            <translation>数值读作</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>What is odd about these images</source>
            <translation>这些图像的异常之处</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>What was assumed</source>
            <translation>假定的内容</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/data/reading_row.py" />
            <source>Which values are black and white. Kept in the experiment; undo takes it back.</source>
            <translation>哪些值是黑、哪些是白。保存在实验中；可以撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/answer_painter.py" />
            <source>The net's input</source>
            <translation>网络的输入</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/answer_painter.py" />
            <source>What it gives back</source>
            <translation>它还原的结果</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/answer_painter.py" />
            <source>What the {role} puts out{few}</source>
            <translation>{role}的输出{few}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/answer_painter.py" />
            <source>first {values} of {total}</source>
            <translation>{total} 个中的前 {values} 个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/answer_painter.py" />
            <source>{share} of the variance given back, mean squared error {wrong}</source>
            <translation>还原了 {share} 的方差，均方误差 {wrong}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source> (no vote)</source>
            <translation>（无投票）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>BP probability</source>
            <translation>BP 概率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>FF goodness</source>
            <translation>FF 优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>FF logits</source>
            <translation>FF logit</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>FF read-out</source>
            <translation>FF 读出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>Layer 00</source>
            <translation>层 00</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>Layer 00 (no vote)</source>
            <translation>层 00（无投票）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>Layer 00 × 0.000</source>
            <translation>第 00 层 × 0.000</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>Layer {layer} × {weight}</source>
            <translation>第 {layer} 层 × {weight}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>Read-out</source>
            <translation>读出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/bars_painter.py" />
            <source>{head}, relative</source>
            <translation>{head}，相对</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>BP mistakes</source>
            <translation>BP 错误</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>FF mistakes</source>
            <translation>FF 错误</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Images to choose from</source>
            <translation>可选择的图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Load Test Image</source>
            <translation>载入测试图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Looking for mistakes…</source>
            <translation>正在查找错误…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Misclassified by</source>
            <translation>误分类者</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Next Misclassified</source>
            <translation>下一个误分类</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>None of these images is misclassified.</source>
            <translation>这些图像都没有误分类。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Previous Misclassified</source>
            <translation>上一个误分类</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Random</source>
            <translation>随机</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Show an image of the chosen set, picked at random.</source>
            <translation>显示所选集合中随机抽取的一张图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Show the image with this number, counted from 0.</source>
            <translation>显示此编号的图像，从 0 开始计数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>There are no {which} images.</source>
            <translation>没有{which}图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>There is no data set to choose images from.</source>
            <translation>没有可供选择图像的数据集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>There is no such net.</source>
            <translation>没有这样的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Which images of the data set to show.</source>
            <translation>显示数据集中的哪些图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>Whose mistakes to step through.</source>
            <translation>逐一查看谁的错误。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>{data_title} has images of another size than the network was trained on.</source>
            <translation>{data_title} 的图像尺寸与网络训练时不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/image_chooser.py" />
            <source>{spoken} image of the chosen set.</source>
            <translation>所选集合中的{spoken}图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/mistakes.py" />
            <source>all </source>
            <translation>全部 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/mistakes.py" />
            <source>{wrong} wrong among {all_of}{total} looked at</source>
            <translation>在查看的{all_of}{total} 张中有 {wrong} 张错误</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/net_picture.py" />
            <source>
Forward-Forward writes the label it tries into the framed pixels.</source>
            <translation>
Forward-Forward 将它尝试的标签写入框出的像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/net_picture.py" />
            <source>What the network sees</source>
            <translation>网络看到的</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/net_picture.py" />
            <source>What the network sees: scaled and centred as MNIST's pictures are.</source>
            <translation>网络看到的图像：像 MNIST 图片那样缩放并居中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>C, Esc</source>
            <translation>C、Esc</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>Ctrl+Z, Ctrl+Shift+Z</source>
            <translation>Ctrl+Z、Ctrl+Shift+Z</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>Draw a digit here</source>
            <translation>在这里画一个数字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>Draw with the left button, erase with the right.
Ctrl+Z undoes a stroke, C or Esc clears, E switches the eraser.</source>
            <translation>用左键绘画，用右键擦除。
Ctrl+Z 撤销一笔，C 或 Esc 清除，E 切换橡皮。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>Drawing pad</source>
            <translation>画板</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>On the pad: clear it.</source>
            <translation>在画板上：清除。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>On the pad: switch between pen and eraser.</source>
            <translation>在画板上：在笔和橡皮之间切换。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>On the pad: take the last stroke back, or do it again.</source>
            <translation>在画板上：撤回或重做最后一笔。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/pad.py" />
            <source>{count} stroke{s}</source>
            <translation>{count} 笔</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Count each layer's goodness from its lowest label, so that differences show:
all labels have much the same goodness. The order does not change.</source>
            <translation>从每层最低的标签起计算其优度，使差异可见：
所有标签的优度都差不多。顺序不变。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Draw</source>
            <translation>绘画</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Draw here; train or open a net to score it</source>
            <translation>在这里绘画；训练或打开网络即可评分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Draw something: every label's scores appear here.</source>
            <translation>画点什么：每个标签的得分会显示在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Draw something: what the autoencoder gives back appears here.</source>
            <translation>画点什么：自编码器还原的结果会显示在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Draw something: what the net puts out appears here.</source>
            <translation>画点什么：网络的输出会显示在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Guides</source>
            <translation>参考线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>No net yet. Press Train (Space) or open a model: every label's scores appear here.</source>
            <translation>还没有网络。按“训练”（空格键）或打开模型：每个标签的得分会显示在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Relative</source>
            <translation>相对</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Relative goodness</source>
            <translation>相对优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Show a 28×28 grid and MNIST's 20-pixel box on the pad.</source>
            <translation>在画板上显示 28×28 网格和 MNIST 的 20 像素框。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>Some of this net's scores are negative: bars begin at each layer's lowest label.</source>
            <translation>此网络有些得分为负：条形从每层最低的标签开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/panel.py" />
            <source>The picture could not be scored</source>
            <translation>无法为图片评分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Dark on light</source>
            <translation>浅底深字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Dark on light: as learnt</source>
            <translation>浅底深字：如所学</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Ink and paper</source>
            <translation>墨与纸</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Light on dark</source>
            <translation>深底浅字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Light on dark: as learnt</source>
            <translation>深底浅字：如所学</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Light on dark: assumed</source>
            <translation>深底浅字：假定</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>Nothing says which pictures these nets have learnt from: light ink on dark paper is assumed. Choose the other where they answer nonsense.</source>
            <translation>没有说明这些网络从哪种图片学习：假定为深纸浅墨。若回答无意义，请选择另一种。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/paper_choice.py" />
            <source>The nets have learnt from {pictures}. What is drawn is handed to them in the same way.</source>
            <translation>网络从{pictures}学习。所画的以同样方式传入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Copied the drawing.</source>
            <translation>已复制绘画。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Copied the network's picture.</source>
            <translation>已复制网络看到的图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Copy the Drawing</source>
            <translation>复制绘画</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Copy the Network's Picture</source>
            <translation>复制网络看到的图片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>PNG (*.png)</source>
            <translation>PNG (*.png)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save Picture</source>
            <translation>保存图片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save or copy the picture as PNG.</source>
            <translation>将图片保存或复制为 PNG。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save the Drawing</source>
            <translation>保存绘画</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save the Drawing…</source>
            <translation>保存绘画…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save the Network's Picture</source>
            <translation>保存网络看到的图片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Save the Network's Picture…</source>
            <translation>保存网络看到的图片…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>Saved {path}</source>
            <translation>已保存 {path}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>The picture was not saved</source>
            <translation>图片未保存</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/picture_saver.py" />
            <source>{path} cannot be written ({error_words}). Choose another place.</source>
            <translation>{path} 无法写入（{error_words}）。请选择其他位置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/score_bars.py" />
            <source>Left: goodness of each label, stacked by layer, its sum at the end. Beside it the probabilities of Forward-Forward's linear read-out, if it has one, and of the backprop twin.
An unsupervised net has no goodness per label: its bars are each layer's share of the read-out's logits.
The winner's numbers are bold. Hollow parts belong to a layer that has no vote.
“Relative” counts from each layer's lowest label; the numbers stay the full sums.</source>
            <translation>左：每个标签的优度，按层堆叠，末尾为总和。旁边是 Forward-Forward 线性读出（如果有）和反向传播孪生网络的概率。
无监督网络没有每个标签的优度：其条形是每层在读出 logit 中的份额。
胜出者的数字为粗体。空心部分属于没有投票权的层。
“相对”从每层最低的标签起计算；数字仍为完整总和。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/score_bars.py" />
            <source>Scores per label</source>
            <translation>每个标签的得分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/score_bars.py" />
            <source>The net has diverged: its weights are no longer numbers.</source>
            <translation>网络已发散：其权重不再是数字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/score_bars.py" />
            <source>read-out probability</source>
            <translation>读出概率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/score_bars.py" />
            <source>{what} layer {i}</source>
            <translation>{what}，层 {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source> (not sure)</source>
            <translation>（不确定）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>ahead of {other} by {lead} goodness</source>
            <translation>领先 {other}，优度差 {lead}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>no prediction: the weights are not numbers</source>
            <translation>没有预测：权重不是数字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>nothing to predict</source>
            <translation>没有可预测的内容</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>probability {p}</source>
            <translation>概率 {p}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>what the {role} puts out</source>
            <translation>{role}的输出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/scores.py" />
            <source>{why_no_pictures} There is nothing to draw for it.</source>
            <translation>{why_no_pictures} 没有可以为它画的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Clear the pad (C or Esc); undo brings it back.</source>
            <translation>清除画板（C 或 Esc）；撤销可恢复。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Draw with the left mouse button.</source>
            <translation>用鼠标左键绘画。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Erase (E, or the right mouse button).</source>
            <translation>擦除（E 或鼠标右键）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Eraser</source>
            <translation>橡皮</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Pen</source>
            <translation>笔</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Pen size</source>
            <translation>笔的粗细</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Pen thickness in pixels of the network's picture, 1 to 6.
MNIST's pens measure about 2.5; much thinner or thicker ones are misread.</source>
            <translation>笔的粗细，以网络图片的像素计，1 到 6。
MNIST 的笔约为 2.5；过细或过粗容易被误认。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Redo Stroke</source>
            <translation>重做一笔</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Redo the stroke (Ctrl+Shift+Z).</source>
            <translation>重做该笔 (Ctrl+Shift+Z)。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Undo Stroke</source>
            <translation>撤销一笔</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>Undo the last stroke (Ctrl+Z).</source>
            <translation>撤销最后一笔 (Ctrl+Z)。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>{PEN_PX} px</source>
            <translation>{PEN_PX} px</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/tool_row.py" />
            <source>{tenths} px</source>
            <translation>{tenths} px</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/verdict_labels.py" />
            <source>Backprop's label</source>
            <translation>反向传播的标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/verdict_labels.py" />
            <source>Forward-Forward's label</source>
            <translation>Forward-Forward 的标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/verdict_labels.py" />
            <source>The linear read-out's label</source>
            <translation>线性读出的标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/verdict_labels.py" />
            <source>true label {escape}</source>
            <translation>真实标签 {escape}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/verdict_labels.py" />
            <source>{head} not sure, perhaps &lt;b&gt;{label}&lt;/b&gt;{mark}{more}</source>
            <translation>{head} 不确定，可能是 &lt;b&gt;{label}&lt;/b&gt;{mark}{more}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>A weight of 0 or more for each layer, by the images held back.</source>
            <translation>按留出的图像，每层一个 0 或更大的权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>All layers</source>
            <translation>所有层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>Best Range on Validation Images</source>
            <translation>验证图像上的最佳范围</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>Layer {layer} alone</source>
            <translation>仅第 {layer} 层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>Layers {first}–{last}</source>
            <translation>第 {first}–{last} 层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>The run of layers that names most of the images held back.</source>
            <translation>识别留出图像最多的连续层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>Votes</source>
            <translation>投票</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>Votes: {votes}</source>
            <translation>投票：{votes}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>Weights Fitted to Validation Images</source>
            <translation>按验证图像拟合的权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>Whose goodness the prediction sums, now: {votes}. A change counts at once, is kept with the experiment and the nets, and can be undone.</source>
            <translation>预测将哪些层的优度相加，现在：{votes}。更改立即生效，随实验和网络保存，并可撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/draw/vote_choice.py" />
            <source>weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>Image {number} of the {which} set</source>
            <translation>{which}集的第 {number} 张图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>as negative data</source>
            <translation>作为负样本数据</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>as negative data, with label {name}</source>
            <translation>作为负样本数据，标签 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>axis {number}: {share} % of variance</source>
            <translation>轴 {number}：方差的 {share} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>label {name}</source>
            <translation>标签 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>named rightly</source>
            <translation>识别正确</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>named wrongly</source>
            <translation>识别错误</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>negative data</source>
            <translation>负样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>positive data</source>
            <translation>正样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>the net says {name}</source>
            <translation>网络说 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds.py" />
            <source>{count} units</source>
            <translation>{count} 个单元</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds_view.py" />
            <source>Esc</source>
            <translation>Esc</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds_view.py" />
            <source>Home, End</source>
            <translation>Home、End</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds_view.py" />
            <source>Images by what each layer answers</source>
            <translation>按各层回答排列的图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds_view.py" />
            <source>In a cloud: go to the next image that way.</source>
            <translation>在点云中：到那个方向的下一张图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds_view.py" />
            <source>In a cloud: let go of what is chosen.</source>
            <translation>在点云中：放开所选。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds_view.py" />
            <source>In a cloud: show the image and those nearest to it.</source>
            <translation>在点云中：显示此图像及离它最近的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds_view.py" />
            <source>In a cloud: the first and the last image of the sample.</source>
            <translation>在点云中：样本的第一张和最后一张图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds_view.py" />
            <source>In a cloud: the same image in the layer before, in the next.</source>
            <translation>在点云中：上一层、下一层中的同一图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds_view.py" />
            <source>PgUp, PgDn</source>
            <translation>PgUp、PgDn</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/clouds_view.py" />
            <source>{words}, in {layer}</source>
            <translation>{words}，在{layer}中</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/figures.py" />
            <source>Images chosen in the embedding</source>
            <translation>在嵌入图中选中的图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/figures.py" />
            <source>{count} images, below each its label and the net's answer</source>
            <translation>{count} 张图像，下方为其标签和网络的回答</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/figures.py" />
            <source>{shown} of {count} images, below each its label and the net's answer</source>
            <translation>{count} 张图像中的 {shown} 张，下方为其标签和网络的回答</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Backprop knows no negative data, so classes are coloured.</source>
            <translation>反向传播没有负样本数据，因此按类别着色。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Classes</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Clouds of all layers</source>
            <translation>所有层的点云</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Colours</source>
            <translation>颜色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Copies the images that are chosen, as a picture and a table.</source>
            <translation>将选中的图像复制为图片和表格。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Copy Images</source>
            <translation>复制图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Draw a line around dots to see their images, or click one for those beside it.</source>
            <translation>围绕点画一条线以查看其图像，或点击一个点以查看它旁边的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Each dot is an image, placed by what a layer's units answer to it: along the two directions in which these answers vary most.</source>
            <translation>每个点是一张图像，按某层各单元对它的回答放置：沿这些回答变化最大的两个方向。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Each image carries its true label.</source>
            <translation>每张图像带有其真实标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Each image comes twice, always the same. {positive}. {negative}.</source>
            <translation>每张图像出现两次，总是相同。{positive}。{negative}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Each image comes twice: with its true label, and with a random wrong one, always the same.</source>
            <translation>每张图像出现两次：带真实标签，以及带随机错误标签，总是相同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Embedding</source>
            <translation>嵌入图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Image {number} and the {count} nearest to it in {layer}: label → the net's answer</source>
            <translation>第 {number} 张图像及在{layer}中离它最近的 {count} 张：标签 → 网络的回答</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>In this net negative data have the same activity as positive data: no label enters it. So classes are coloured.</source>
            <translation>在此网络中负样本数据与正样本数据活动相同：没有标签进入它。因此按类别着色。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Instead of the two directions that vary most, the plane among the first nine that lies most
as the classes' mean pictures do: it shows less of the variance, and turns less while a net learns.</source>
            <translation>不用变化最大的两个方向，而用前九个方向中最接近
各类平均图像排列的平面：显示的方差较少，学习时转动也较少。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Label in the image</source>
            <translation>图像中的标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Loading the data…</source>
            <translation>正在加载数据…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>No image carries a label.</source>
            <translation>没有图像带标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>No net yet. Press Train (Space) or open a run, and this view follows it.</source>
            <translation>还没有网络。请按“训练”（空格键）或打开一次运行，此视图会跟随它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Positive and Negative Data</source>
            <translation>正样本与负样本数据</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Right and Wrong</source>
            <translation>正确与错误</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Steady Plane</source>
            <translation>稳定平面</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>The layers' answers could not be laid out</source>
            <translation>无法排布各层的回答</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>There are no images to look at. {message}</source>
            <translation>没有可看的图像。{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>There is no net of that kind here; choose the other one.</source>
            <translation>这里没有这种网络；请选择另一种。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>This net tells no classes apart, so classes are coloured.</source>
            <translation>此网络不区分类别，因此按类别着色。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>What colours tell: classes; positive data (with the true label) and negative data
(with a wrong one, always the same), placed in one plane; or whether the net names the image rightly.</source>
            <translation>颜色的含义：类别；正样本数据（带真实标签）与负样本数据
（带错误标签，总是相同），置于同一平面；或网络是否识别正确。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Where a label enters the net: the true one, which itself parts classes, or none
(a little of each), so that the image alone decides where it lies.</source>
            <translation>标签进入网络之处：真实标签，它本身就能分开类别；或没有标签
（每个标签一点点），使其位置只由图像决定。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Whose layers are shown.</source>
            <translation>显示哪个网络的层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>With True Label</source>
            <translation>带真实标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>Without Label</source>
            <translation>不带标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>{count} images inside of the line in {layer}: label → the net's answer</source>
            <translation>{layer}中线内的 {count} 张图像：标签 → 网络的回答</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>{data_title} does not fit this net: its images have {pixels} pixels, and the net takes {num_inputs}.
Choose the data set it was trained on, or train again.</source>
            <translation>{data_title} 不适合此网络：其图像有 {pixels} 个像素，而网络接收 {num_inputs} 个。
请选择训练它的数据集，或重新训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>{data_title} has {count} classes and this net knows {known}: their labels cannot be embedded.
Choose the data set it was trained on, or train again.</source>
            <translation>{data_title} 有 {count} 个类别而此网络认识 {known} 个：无法嵌入其标签。
请选择训练它的数据集，或重新训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/embedding/panel.py" />
            <source>{net}, epoch {epoch}: {images}</source>
            <translation>{net}，轮次 {epoch}：{images}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/color_bar.py" />
            <source>Colour scale of the weights</source>
            <translation>权重的颜色标尺</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/color_bar.py" />
            <source>from minus to plus the largest weight of each unit</source>
            <translation>从每个单元最大权重的负值到正值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/color_bar.py" />
            <source>from {limit} to {limit_2}</source>
            <translation>从 {limit} 到 {limit_2}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/color_bar.py" />
            <source>−largest of its unit</source>
            <translation>−本单元最大值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Channel below</source>
            <translation>下层通道</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Channel mean</source>
            <translation>通道平均</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Channel {i}</source>
            <translation>通道 {i}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Each tile by its own largest weight, so that faint ones show too.</source>
            <translation>每格按自己的最大权重显示，使微弱的也能看见。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Feature maps</source>
            <translation>特征图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>How the units are ordered.</source>
            <translation>单元如何排序。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Own scale</source>
            <translation>独立刻度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Own scale per tile</source>
            <translation>每格独立刻度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Size of a weight on screen (Ctrl+wheel).</source>
            <translation>权重在屏幕上的大小（Ctrl+滚轮）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Test image </source>
            <translation>测试图像 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>The kernels of a convolution, or what its channels answer to a picture.</source>
            <translation>卷积的卷积核，或其通道对一张图片的响应。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>What is shown</source>
            <translation>显示内容</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Which channel of the layer below the kernels shown look at, or the mean of all.</source>
            <translation>所显示的卷积核看下层的哪个通道，或所有通道的平均。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Which layer's weights are shown.</source>
            <translation>显示哪一层的权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Whose feature maps are shown: the picture on the drawing pad, or a test image by its number.</source>
            <translation>显示谁的特征图：画板上的图片，或按编号选择的测试图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>Whose weights are shown.</source>
            <translation>显示谁的权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/filter_controls.py" />
            <source>from half a pixel to six pixels per weight</source>
            <translation>每个权重半个到六个像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>Label selectivity</source>
            <translation>标签选择性</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>Norm, largest first</source>
            <translation>范数，从大到小</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>Number</source>
            <translation>编号</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>channel {channel} below at ({place}, {place_2})</source>
            <translation>下层通道 {channel}，位于 ({place}, {place_2})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>counts most for class {most} ({weight}), least for {least} ({weight_2})</source>
            <translation>对类别 {most} 计分最多（{weight}），对 {least} 最少（{weight_2}）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>dead: it answers to none of the images tried</source>
            <translation>失活：对试过的图像都没有响应</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>it counts {weight} in the score of class {name}</source>
            <translation>它在类别 {name} 的得分中计 {weight}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>largest {self_value} {max}</source>
            <translation>最大{self_value} {max}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>mean weight</source>
            <translation>平均权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>norm {norms}, bias {bias}</source>
            <translation>范数 {norms}，偏置 {bias}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>of pixel</source>
            <translation>来自像素</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>one row per place and channel below</source>
            <translation>下层每个位置和通道一行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>one row per unit below</source>
            <translation>下层每个单元一行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>this pixel carries the label {label_name}</source>
            <translation>此像素承载标签 {label_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>unit {row} above</source>
            <translation>上层单元 {row}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>unit {row} below</source>
            <translation>下层单元 {row}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>weight from {input_name}: {kernel}</source>
            <translation>来自 {input_name} 的权重：{kernel}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>{below}, then per unit above</source>
            <translation>{below}，然后上层每个单元一行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/layer_filters.py" />
            <source>{of} of the label {class_names}: {weight}</source>
            <translation>标签 {class_names} 的{of}：{weight}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/net_parts.py" />
            <source> (mean over the {below} channels below)</source>
            <translation>（下层 {below} 个通道的平均）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/net_parts.py" />
            <source> with label {class_names}</source>
            <translation>，标签为 {class_names}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/net_parts.py" />
            <source>, from channel {channel} below</source>
            <translation>，来自下层通道 {channel}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/net_parts.py" />
            <source>{seen_title}, feature maps</source>
            <translation>{seen_title}，特征图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>, {sum} dead</source>
            <translation>，{sum} 个失活</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>; each square below is how much it counts in the score of a class</source>
            <translation>；下方每个方块表示它在某类别得分中计多少</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>; each square below is the mean weight of a label's plane</source>
            <translation>；下方每个方块是标签平面的平均权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>; each square below is the weight of a label</source>
            <translation>；下方每个方块是一个标签的权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>; the marked row of pixels carries the label</source>
            <translation>；标出的一行像素承载标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>; the weights from the layer above are not shown</source>
            <translation>；不显示来自上层的权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>The drawing pad is empty: draw something there, or choose a test image above.</source>
            <translation>画板是空的：请在上面画点什么，或在上方选择测试图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>The weights could not be shown</source>
            <translation>无法显示权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>Train a net or open one, and its weights appear here.</source>
            <translation>训练或打开一个网络，它的权重就会显示在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>test image {number}</source>
            <translation>测试图像 {number}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>the picture on the drawing pad</source>
            <translation>画板上的图片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>{data_title} has images of another size than the net was trained on.</source>
            <translation>{data_title} 的图像尺寸与网络训练时不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>{filters_title}: {counted} of {size}, of {of}</source>
            <translation>{filters_title}：{counted} 个，尺寸 {size}，来自 {of}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/panel.py" />
            <source>{why_no_pictures} So there are no feature maps of a picture.</source>
            <translation>{why_no_pictures} 因此没有图片的特征图。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>Filters</source>
            <translation>滤波器</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>No weights yet.</source>
            <translation>还没有权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>On the sheet of filters: choose a unit to look at closely.</source>
            <translation>在滤波器表上：选择一个单元仔细查看。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>Weights of the layer</source>
            <translation>该层的权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>each tile by its own largest weight</source>
            <translation>每格按自己的最大权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>one column per unit</source>
            <translation>每个单元一列</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/sheet.py" />
            <source>{filters_title}, colours span {scale}</source>
            <translation>{filters_title}，颜色跨度 {scale}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/unit_detail.py" />
            <source>
largest weight ±{largest}</source>
            <translation>
最大权重 ±{largest}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/unit_detail.py" />
            <source>Click a unit for a closer look.</source>
            <translation>点击一个单元以仔细查看。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/unit_detail.py" />
            <source>Click a {unit} for a closer look.</source>
            <translation>点击一个{unit}以仔细查看。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/filters/unit_detail.py" />
            <source>One column per unit, {rows_text}. Click a column to name it.</source>
            <translation>每个单元一列，{rows_text}。点击一列以查看名称。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/code_sliders.py" />
            <source>Ask for {name}</source>
            <translation>要求 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/code_sliders.py" />
            <source>Ask the net for {name}.</source>
            <translation>向网络要求 {name}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/code_sliders.py" />
            <source>Labels to ask for</source>
            <translation>可要求的标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/code_sliders.py" />
            <source>Number {number} of the code</source>
            <translation>编码的第 {number} 个数</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/code_sliders.py" />
            <source>Number {number} of the code: three standard deviations to either side of its mean.</source>
            <translation>编码的第 {number} 个数：均值两侧各三个标准差。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Draw Anew</source>
            <translation>重新抽取</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Draw anew</source>
            <translation>重新抽取</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Generate</source>
            <translation>生成</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Made pictures</source>
            <translation>生成的图片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>No picture could be made</source>
            <translation>无法生成图片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Open a generator, a decoder, an autoencoder or a net that compares two pictures: what it makes appears here.</source>
            <translation>打开生成器、解码器、自编码器或比较两张图片的网络：其生成的内容显示在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Other noise, or other test images.</source>
            <translation>其他噪声，或其他测试图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Test image</source>
            <translation>测试图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>The first {shown} of {count} numbers; the others come with “Draw Anew” or from a picture that is clicked.</source>
            <translation>{count} 个数中的前 {shown} 个；其余随“重新抽取”或点击的图片而来。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>The picture of these numbers</source>
            <translation>这些数的图片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>The test image that a walk ends at.</source>
            <translation>渐变终点的测试图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>This autoencoder makes a picture from a code of {count} numbers.</source>
            <translation>此自编码器由 {count} 个数的编码生成图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>This net compares two pictures: the drawing with each of the test images.</source>
            <translation>此网络比较两张图片：手绘图像与每张测试图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>This net makes a picture from {count} numbers and one of {labels} labels.</source>
            <translation>此网络由 {count} 个数和 {labels} 个标签之一生成图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>This net makes a picture from {count} numbers.</source>
            <translation>此网络由 {count} 个数生成图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>What is made</source>
            <translation>生成什么</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>Which sheet of pictures the net makes.</source>
            <translation>网络生成哪一页图片。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/panel.py" />
            <source>test image </source>
            <translation>测试图像 </translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/sheet_view.py" />
            <source>Arrows, Home, End</source>
            <translation>方向键、Home、End</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/sheet_view.py" />
            <source>On a sheet of made pictures: take the code of another picture.</source>
            <translation>在生成图片的页上：取用另一张图片的编码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>A row for each label; every column is made from the same noise.</source>
            <translation>每个标签一行；每一列由相同的噪声生成。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Above what goes in, below what the net gives back through a code of {count} numbers; mean squared error {wrong} of a range of 1.</source>
            <translation>上方为输入，下方为网络经 {count} 个数的编码后的还原；均方误差 {wrong}，范围为 1。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Distances</source>
            <translation>距离</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Draw something on the pad, or load a data set of this size of picture.</source>
            <translation>请在画板上画点什么，或载入此图片尺寸的数据集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Each row goes from one code on a straight line to the next; the first begins where the sliders stand.</source>
            <translation>每行沿直线从一个编码到下一个；第一行从滑块所在处开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>From the code of {called} on a straight line to that of test image {number}.</source>
            <translation>沿直线从{called}的编码到测试图像 {number} 的编码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Plane of Two Numbers</source>
            <translation>两个数的平面</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Plane of two numbers</source>
            <translation>两个数的平面</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Reconstructions</source>
            <translation>重建</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Samples</source>
            <translation>样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Samples per Label</source>
            <translation>各标签的样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Samples per label</source>
            <translation>各标签的样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>The first number of the code grows to the right, the second upwards, each by two standard deviations about its mean.</source>
            <translation>编码的第一个数向右增大，第二个向上，各为均值上下两个标准差。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>The first number of the code grows to the right, the second upwards, each by two standard deviations about its mean; the others stand as the sliders do.</source>
            <translation>编码的第一个数向右增大，第二个向上，各为均值上下两个标准差；其余如滑块所示。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Walk between Two</source>
            <translation>两者之间的渐变</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>Walk between two codes</source>
            <translation>两个编码之间的渐变</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>What the net says of {called} and each of these test images. Whether a small number means alike or unlike depends on how it was trained.</source>
            <translation>网络对{called}与每张测试图像的判断。小的数表示相像还是不像，取决于它如何训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>code {numbers}</source>
            <translation>编码 {numbers}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>in</source>
            <translation>入</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>label {label}, {words}</source>
            <translation>标签 {label}，{words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>out</source>
            <translation>出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>the test image after it</source>
            <translation>其后的测试图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>{caption}: squared error {wrong}</source>
            <translation>{caption}：平方误差 {wrong}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>{count} codes drawn at random, and what the net makes of them when asked for {label}.</source>
            <translation>随机抽取的 {count} 个编码，以及网络被要求 {label} 时的生成结果。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/generate/views.py" />
            <source>{count} codes drawn at random, and what the net makes of them.</source>
            <translation>随机抽取的 {count} 个编码，以及网络的生成结果。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/goodness_figures.py" />
            <source>Each layer's own accuracy over time</source>
            <translation>每层自身准确率随时间的变化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/goodness_figures.py" />
            <source>Gap between labels per layer</source>
            <translation>每层的标签差距</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/goodness_figures.py" />
            <source>Goodness per layer</source>
            <translation>每层优度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/goodness_figures.py" />
            <source>Goodness pulling apart over epochs</source>
            <translation>优度随轮次分开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/goodness_figures.py" />
            <source>Separation over time</source>
            <translation>分离随时间的变化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>AUC: how often a positive has more goodness than a negative (0.5 is chance).
d′: distance of the means in standard deviations. Overlap: shared area of the histograms.
{winner} wins: {wins}</source>
            <translation>AUC：正样本优度高于负样本的频率（0.5 为随机）。
d′：以标准差计的均值距离。重叠：直方图的公共面积。
{winner}胜出：{wins}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>Goodness histograms</source>
            <translation>优度直方图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>Layer {k}: {gap_text}, {median_text}
</source>
            <translation>层 {k}：{gap_text}，{median_text}
</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>Layer {k}{either}{about}
</source>
            <translation>层 {k}{either}{about}
</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>Of each image: the goodness of its true label less that of the best wrong one.
Above 0 this layer alone names the right label, so the share above 0 is the layer's own accuracy.</source>
            <translation>每张图像：真实标签的优度减去最好的错误标签的优度。
大于 0 时，仅凭这一层就能给出正确标签，因此 0 以上的比例就是该层自身的准确率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>Positive: mean {mean} ± {std}
Negative: mean {mean_2} ± {std_2}
</source>
            <translation>正：均值 {mean} ± {std}
负：均值 {mean_2} ± {std_2}
</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/histograms_view.py" />
            <source>layer {k}: {gap_text}</source>
            <translation>层 {k}：{gap_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/layer_painter.py" />
            <source>: its own accuracy</source>
            <translation>：自身准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/layer_painter.py" />
            <source>Gap above 0: the true label is ahead</source>
            <translation>差距大于 0：真实标签领先</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/layer_painter.py" />
            <source>Gap below 0: another label is ahead</source>
            <translation>差距小于 0：另一标签领先</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>, {saturated} saturated</source>
            <translation>，{saturated} 饱和</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>AUC {auc}   d′ {d_text}   overlap {overlap} %</source>
            <translation>AUC {auc}   d′ {d_text}   重叠 {overlap} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>Above 0 (%)</source>
            <translation>大于 0 (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>Goodness ({goodness_unit})</source>
            <translation>优度（{goodness_unit}）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>Images (%)</source>
            <translation>图像 (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>Layer {k}: {aim}</source>
            <translation>层 {k}：{aim}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>Units on {count} images: {layers}.</source>
            <translation>{count} 张图像上的单元：{layers}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>layer {k}: {dead} of {units} dead</source>
            <translation>层 {k}：{units} 中 {dead} 个死亡</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>mean square</source>
            <translation>均方</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>median {sign}{median}</source>
            <translation>中位数 {sign}{median}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>not a number: the layer has diverged</source>
            <translation>不是数字：该层已发散</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>positive above θ {above} %   negative below {below} %</source>
            <translation>正样本高于 θ {above} %   负样本低于 {below} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>sum of squares</source>
            <translation>平方和</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>tried: {at}</source>
            <translation>尝试：{at}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>{above} % of {gaps} {which} images above 0</source>
            <translation>{gaps} 张{which}图像中 {above} % 大于 0</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>{text}, off to the {either}</source>
            <translation>{text}，超出{either}侧</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>{winner} wins {wins} %</source>
            <translation>{winner}在 {wins} % 中胜出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/measured.py" />
            <source>θ not used: pair loss</source>
            <translation>不使用 θ：成对损失</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>, each {about}</source>
            <translation>，每张{about}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Back at an earlier moment nothing is changed: go back to now first.</source>
            <translation>回到较早时刻时不作任何更改：请先回到现在。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Both</source>
            <translation>两者</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Gap of Each Image</source>
            <translation>每张图像的差距</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Gap of Each Image: goodness of the true label less that of the best wrong one; what pair losses learn.
Positive and Negative: all images with a right against all with a wrong label; what losses with a threshold learn.
What the Loss Parts: of each layer the view that its local loss works on.
Ridge Over Epochs: positive and negative data, epoch above epoch.</source>
            <translation>每张图像的差距：真实标签的优度减去最好的错误标签的；成对损失所学。
正与负：所有带正确标签的图像对所有带错误标签的；有阈值的损失所学。
损失所分开的：每层显示其局部损失所作用的视图。
随轮次的山脊：正负样本，逐轮次叠放。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Gap: the true label's goodness less that of the best wrong one.</source>
            <translation>差距：真实标签的优度减去最好的错误标签的优度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Gives all layers the same x-axis, so that their goodness can be compared.
Otherwise each layer's axis shows its own values as large as possible.</source>
            <translation>使所有层的 x 轴相同，便于比较它们的优度。
否则每层的轴尽可能大地显示自己的值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Histograms of all layers</source>
            <translation>所有层的直方图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>No net yet.
Press Train (Space): each layer's goodness appears here, positive against negative data.</source>
            <translation>还没有网络。
按“训练”（空格键）：每层的优度会显示在这里，正样本对负样本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Ridge Over Epochs</source>
            <translation>随轮次的山脊</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Same Range for All Layers</source>
            <translation>所有层用相同范围</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>The builder's experiment has other layers than the net that is shown.</source>
            <translation>构建器中的实验与所显示的网络层数或层设置不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>The goodness could not be measured: {message}</source>
            <translation>无法测量优度：{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>The net was trained on {height}×{width} images in {num_classes} classes; {data_title} has {image_shape}×{image_shape_2} images in {num_classes_2}.
Choose the data set it was trained on, or train again.</source>
            <translation>该网络在 {height}×{width} 的图像、{num_classes} 个类别上训练；{data_title} 有 {image_shape}×{image_shape_2} 的图像、{num_classes_2} 个类别。
请选择训练时所用的数据集，或重新训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>There are no images to measure. {message}</source>
            <translation>没有可测量的图像。{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>This model has no Forward-Forward net, so there is no goodness to show.
Train with Forward-Forward switched on.</source>
            <translation>此模型没有 Forward-Forward 网络，因此没有优度可显示。
请开启 Forward-Forward 进行训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>Threshold of layer {k}</source>
            <translation>层 {k} 的阈值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>What is shown of each layer</source>
            <translation>每层显示什么</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>What the Loss Parts</source>
            <translation>损失所分开的</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>both</source>
            <translation>两者</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>ridge</source>
            <translation>山脊</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>{count} {which} images of {data_title}{compared}. Epoch {epoch}.</source>
            <translation>{data_title} 的 {count} 张{which}图像{compared}。轮次 {epoch}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>{data_title} has no {which} images to measure.</source>
            <translation>{data_title} 没有可测量的{which}图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>θ of layer {k} is {value} from the next batch on.</source>
            <translation>从下一个批量起，层 {k} 的 θ 为 {value}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/panel.py" />
            <source>θ of layer {k} is {value} in the experiment.</source>
            <translation>实验中层 {k} 的 θ 为 {value}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>A threshold to try: type it, step it, or drag θ in the histogram.
Nothing is changed before Apply.</source>
            <translation>要尝试的阈值：输入、步进，或在直方图中拖动 θ。
按“应用”之前不作任何更改。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Apply</source>
            <translation>应用</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Best</source>
            <translation>最佳</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Drag θ in the histogram, or type another one, to see what it would do.</source>
            <translation>在直方图中拖动 θ 或输入另一个值，看看效果。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Layer whose threshold is tried</source>
            <translation>尝试阈值的层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Learn with this threshold from the next batch on; Undo takes it back.</source>
            <translation>从下一个批量起用此阈值学习；“撤销”可收回。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Local loss {loss} → {loss_2}.</source>
            <translation>局部损失 {loss} → {loss_2}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Reset</source>
            <translation>重置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>The labels that the net names change only once it learns with it.</source>
            <translation>网络所说的标签要等它用此阈值学习之后才会改变。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>The layer whose threshold is tried out.</source>
            <translation>尝试其阈值的层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Threshold to try</source>
            <translation>要尝试的阈值</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Try no threshold any more.</source>
            <translation>不再尝试阈值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>Try the threshold that tells positive from negative data best.</source>
            <translation>尝试最能区分正负样本的阈值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>θ of layer {k}</source>
            <translation>层 {k} 的 θ</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/threshold_bar.py" />
            <source>θ {old} → {new}: positive above {above} → {above_2} %, negative below {below} → {below_2} %, told apart {right} → {right_2} %.</source>
            <translation>θ {old} → {new}：正样本高于 {above} → {above_2} %，负样本低于 {below} → {below_2} %，区分正确 {right} → {right_2} %。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/goodness/time_strip.py" />
            <source>How far each layer has come as training goes on. With the gaps: the share of images above 0,
the layer's own accuracy. With the populations: how well positive is told from negative data,
the AUC; 1 is perfect and 0.5 is chance.</source>
            <translation>随着训练进行，每层走了多远。有差距时：大于 0 的图像比例，
即该层自身的准确率。有两个总体时：正样本与负样本区分得多好，
即 AUC；1 为完美，0.5 为随机。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_figure.py" />
            <source>Label {name} embedded</source>
            <translation>嵌入标签 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_figure.py" />
            <source>One image under a label</source>
            <translation>一个标签下的一张图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_view.py" />
            <source>In the label view: embed this label.</source>
            <translation>在标签视图中：嵌入此标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_view.py" />
            <source>In the label view: the label before or after.</source>
            <translation>在标签视图中：上一个或下一个标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_view.py" />
            <source>Layers under the label</source>
            <translation>标签下的各层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_view.py" />
            <source>Left, Right</source>
            <translation>左、右</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/label_view.py" />
            <source>Per layer the activity of every unit under the label, its difference, and the goodness of every label.
Filled: the label that is embedded. Framed: the true one. Dashed: the threshold.</source>
            <translation>逐层显示该标签下每个单元的活动、其差异，以及每个标签的优度。
实心：嵌入的标签。框线：真实标签。虚线：阈值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/looks_painter.py" />
            <source>Summed over the layers that vote: the net answers {answer}</source>
            <translation>参与投票的各层之和：网络回答 {answer}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/looks_painter.py" />
            <source>difference to {true}</source>
            <translation>与 {true} 的差异</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/looks_painter.py" />
            <source>goodness {own}, {apart} against {true}</source>
            <translation>优度 {own}，相对 {true} 为 {apart}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/looks_painter.py" />
            <source>the net's answer {name}</source>
            <translation>网络的回答 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/looks_painter.py" />
            <source>the true label {name}</source>
            <translation>真实标签 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/panel.py" />
            <source>Embedded label</source>
            <translation>嵌入的标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/panel.py" />
            <source>Labels</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/panel.py" />
            <source>One image carries each label in turn: how every layer answers, and how good each label looks to it.</source>
            <translation>一张图像依次带上每个标签：每层如何响应，每个标签在它看来有多好。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/panel.py" />
            <source>The label that the image carries; digits choose it too.</source>
            <translation>图像所带的标签；也可用数字键选择。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/labels/panel.py" />
            <source>This model has no Forward-Forward net, and only that carries labels.
Train with Forward-Forward switched on.</source>
            <translation>此模型没有 Forward-Forward 网络，而只有它带有标签。
请打开 Forward-Forward 并训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/layer_figures.py" />
            <source>Accuracy layer by layer</source>
            <translation>逐层准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/layer_figures.py" />
            <source>Which layer decides, by class</source>
            <translation>各类别由哪层决定</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>Each layer alone</source>
            <translation>各层单独</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>Layer {k}: {share}</source>
            <translation>层 {k}：{share}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>Right (%)</source>
            <translation>正确 (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>Summed up to it</source>
            <translation>累加至该层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>Without the first</source>
            <translation>不含第一层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>layer {k}: {share}</source>
            <translation>层 {k}：{share}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>shown</source>
            <translation>所示</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>the net's own vote</source>
            <translation>网络自身的投票</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/measured.py" />
            <source>{title}: {values}</source>
            <translation>{title}：{values}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>Layer {k}: decides {share} %; {title}, {right} % right</source>
            <translation>层 {k}：决定 {share} %；{title}，正确 {right} %</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>Right (%): {title}</source>
            <translation>正确 (%)：{title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>Share of the class's images (%)</source>
            <translation>占该类别图像的比例 (%)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>Which layer decides</source>
            <translation>由哪层决定</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/painters.py" />
            <source>{name}: {count} images</source>
            <translation>{name}：{count} 张图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Accuracy by class</source>
            <translation>各类别准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Accuracy of the layers</source>
            <translation>各层准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>By Class</source>
            <translation>按类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>How many images each layer's goodness names rightly, by itself and together with those below it, and which layer settles the answer.</source>
            <translation>每层的优度单独及与下方各层一起能正确说出多少图像，以及由哪层定下回答。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Measured on {images}. Epoch {epoch}. ± holds in 95 of 100 cases.</source>
            <translation>在{images}上测量。轮次 {epoch}。± 在 100 次中有 95 次成立。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Over Time</source>
            <translation>随时间</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Over Time and by Class</source>
            <translation>随时间和按类别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>The course over the epochs, the classes, or both.</source>
            <translation>随轮次的变化、各类别，或两者。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>The layers could not be measured</source>
            <translation>无法测量各层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/panel.py" />
            <source>Whose accuracy the table of classes shows: that of a layer alone, of all layers up to it
added up, or of those from the second one up to it.</source>
            <translation>类别表显示谁的准确率：某层单独的、累加至该层的，
或从第二层累加至该层的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/layers/views.py" />
            <source>Accuracy of the layers over time</source>
            <translation>各层准确率随时间的变化</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/check_rows.py" />
            <source>Your answer</source>
            <translation>您的答案</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/check_rows.py" />
            <source>not done</source>
            <translation>未完成</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/marks.py" />
            <source>Progress of the lesson</source>
            <translation>课程进度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/marks.py" />
            <source>past the last step</source>
            <translation>最后一步之后</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/marks.py" />
            <source>step {current} of {count}</source>
            <translation>第 {current} 步，共 {count} 步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/marks.py" />
            <source>{at}; {done} of {count} done</source>
            <translation>{at}；共 {count} 步，已完成 {done} 步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source> · done</source>
            <translation> · 已完成</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>- **Step {i}:** {plain}</source>
            <translation>- **第 {i} 步：**{plain}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Begin this lesson anew.</source>
            <translation>重新开始此课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Every step is done. *Leave Lesson* brings back your own panels and experiment; *Restart* begins anew.</source>
            <translation>所有步骤都已完成。*离开课程*恢复您自己的面板和实验；*重新开始*从头再来。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Goes on although the step is not done; it stays unticked.</source>
            <translation>虽然此步骤未完成也继续；它不会打勾。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Leave Lesson</source>
            <translation>离开课程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Lesson done</source>
            <translation>课程完成</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Next step</source>
            <translation>下一步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>No lesson is open. A lesson is a few steps that you do yourself; each ticks itself off when it is done. These come along:</source>
            <translation>没有打开的课程。课程是您自己完成的几个步骤；每步完成时会自动打勾。自带以下课程：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Not all done yet</source>
            <translation>尚未全部完成</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Open Lesson: {title}</source>
            <translation>打开课程：{title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Previous step</source>
            <translation>上一步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Restart</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Step {index} of {count}</source>
            <translation>第 {index} 步，共 {count} 步</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Still to do:

{listed}

Go *Back* to them, or leave the lesson.</source>
            <translation>还要完成：

{listed}

请*返回*这些步骤，或离开课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>The end</source>
            <translation>结束</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>The step is done: go on.</source>
            <translation>此步骤已完成：请继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>Your own panels and experiment come back; the lesson is kept where it is.</source>
            <translation>恢复您自己的面板和实验；课程的进度会保留。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/lesson/panel.py" />
            <source>{done} of {count} done</source>
            <translation>共 {count} 项，已完成 {done} 项</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Clear Log</source>
            <translation>清空日志</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Copy Log</source>
            <translation>复制日志</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Copy the records shown, for a bug report.</source>
            <translation>复制所显示的记录，用于错误报告。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Errors</source>
            <translation>错误</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Everything</source>
            <translation>全部</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Forget all records.</source>
            <translation>丢弃所有记录。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>How serious a record must be to be shown.</source>
            <translation>记录要多严重才显示。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Information</source>
            <translation>信息</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Log level</source>
            <translation>日志级别</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Nothing has been logged at this level yet.</source>
            <translation>此级别还没有任何记录。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Show</source>
            <translation>显示</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/log/panel.py" />
            <source>Warnings and errors</source>
            <translation>警告和错误</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/panel.py" />
            <source>{data_title} does not fit this net: it takes {num_inputs} pixels and tells {num_classes} classes apart.
Choose the data set it was trained on, or train again.</source>
            <translation>{data_title} 不适合此网络：它接受 {num_inputs} 个像素，区分 {num_classes} 个类别。
请选择训练时所用的数据集，或重新训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>A process that outlived its window trains one of them.</source>
            <translation>其中一个由比其窗口存活更久的进程训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Brings its experiment into the builder, undoably.</source>
            <translation>将其实验带入构建器，可撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Clear Finished</source>
            <translation>清除已完成的</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Edit in Builder</source>
            <translation>在构建器中编辑</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Ends the process that trains. What it has learnt is kept, and Start goes on.</source>
            <translation>结束正在训练的进程。已学到的内容会保留，“开始”可继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Gives the one chosen the experiment that the builder holds now.</source>
            <translation>将构建器现有的实验交给所选的一项。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Has the one chosen trained later (Alt+Down).</source>
            <translation>使所选的一项较晚训练 (Alt+↓)。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Has the one chosen trained sooner (Alt+Up).</source>
            <translation>使所选的一项较早训练 (Alt+↑)。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Has the one chosen wait again, from the start.</source>
            <translation>使所选的一项从头重新等待。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>It pauses after the mini-batch under way.</source>
            <translation>在进行中的小批量之后暂停。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>No sweep is open.

A sweep trains one experiment with many settings and seeds, and shows which do best. Right-click a setting in the builder and choose Sweep…, or press New Sweep. One that was begun before, or by the command ffstudio sweep, is brought up by Open Sweep.</source>
            <translation>没有打开的参数扫描。

参数扫描用多种设置和种子训练一个实验，并显示哪些效果最好。在构建器中右键点击一个设置并选择“参数扫描…”，或按“新建参数扫描…”。之前开始的或由命令 ffstudio sweep 开始的，可用“打开参数扫描…”调出。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Open Run</source>
            <translation>打开运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Opens the nets and curves of the one chosen.</source>
            <translation>打开所选一项的网络和曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Progress of the queue</source>
            <translation>队列的进度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Take Over from Builder</source>
            <translation>从构建器取用</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Takes out all that are done; their runs stay.</source>
            <translation>取出所有已完成的；其运行保留。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Takes the one chosen out of the queue; a run that was begun stays among the runs.</source>
            <translation>将所选的一项移出队列；已开始的运行仍留在运行中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>The queue is empty.

Press Queue in the builder, or Run › Add to Queue, to have its experiment trained after those that wait. They are trained one after another in a process beside the window, which stays free; each becomes a run in the library.</source>
            <translation>队列是空的。

请在构建器中按“队列”，或选择“运行 › 加入队列”，使其实验排在等待的之后训练。它们在窗口旁的进程中依次训练，窗口保持可用；每个都成为运行库中的一次运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Trains one after another; what was interrupted goes on first.</source>
            <translation>依次训练；被中断的先继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>Try Again</source>
            <translation>重试</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>interrupted</source>
            <translation>已中断</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>running</source>
            <translation>进行中</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>waiting</source>
            <translation>等待</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>{done} of {count} experiments are done.</source>
            <translation>{count} 个实验中已完成 {done} 个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>{done} of {total} epochs.</source>
            <translation>{total} 轮次中的 {done}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>{name} · seed {seed} · {state}</source>
            <translation>{name} · 种子 {seed} · {state}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>{name} · seed {seed} · {state}, epoch {done} of {epochs}</source>
            <translation>{name} · 种子 {seed} · {state}，轮次 {done}/{epochs}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/panel.py" />
            <source>{shares} right of the test images · {about}</source>
            <translation>测试图像正确率 {shares} · {about}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/queue_list.py" />
            <source>In the queue: edit the experiment in the builder.</source>
            <translation>在“队列”中：在构建器中编辑实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/queue_list.py" />
            <source>In the queue: have the experiment trained sooner or later.</source>
            <translation>在“队列”中：使实验较早或较晚训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/queue_list.py" />
            <source>In the queue: take the experiment out.</source>
            <translation>在“队列”中：取出实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/queue/queue_list.py" />
            <source>The first is trained first. Drag to reorder, or Alt+Up and Alt+Down; Del removes.</source>
            <translation>第一个最先训练。拖动可重新排序，或用 Alt+↑ 和 Alt+↓；Del 移除。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>A note about this run</source>
            <translation>关于此运行的备注</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Choose a run to write about it.</source>
            <translation>选择一个运行，为它写备注。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Note about the run</source>
            <translation>运行的备注</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Tags</source>
            <translation>标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Tags of the run</source>
            <translation>运行的标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Tags, with commas between them</source>
            <translation>标签，用逗号分隔</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/about_run.py" />
            <source>Words to find the run by, with commas between them.</source>
            <translation>便于查找此运行的词，用逗号分隔。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Bring the run's settings into the builder as an experiment with a name of its own.</source>
            <translation>把此运行的设置作为一个另有名称的实验放入构建器。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Bring the run's settings into the builder; undo takes them back.</source>
            <translation>把此运行的设置放入构建器；可以撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Choose a run in the table first.</source>
            <translation>请先在表中选择一个运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Choose a single run.</source>
            <translation>请只选择一个运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Colour</source>
            <translation>颜色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Compare No More</source>
            <translation>不再比较</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Copy Path</source>
            <translation>复制路径</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Delete</source>
            <translation>删除</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Delete the runs; it can be undone until ffstudio is started again.</source>
            <translation>删除这些运行；在 ffstudio 再次启动之前可以撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Duplicate Settings</source>
            <translation>复制设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Give the run a name of its own.</source>
            <translation>给此运行起一个名称。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Lay the runs' curves over each other, and show what differs; again: no more.</source>
            <translation>将运行的曲线叠加，并显示差异；再按一次则取消。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>No file manager answered. The run is in {path}.</source>
            <translation>没有文件管理器响应。运行位于 {path}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Note…</source>
            <translation>备注…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Put the folders' paths on the clipboard.</source>
            <translation>把这些文件夹的路径放到剪贴板。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Rename</source>
            <translation>重命名</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Reveal in File Manager</source>
            <translation>在文件管理器中显示</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Runs with a star are never thinned, and quickly found.</source>
            <translation>带星标的运行绝不会被精简，也容易找到。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Show its nets and curves; Continue goes on from there.</source>
            <translation>显示它的网络和曲线；“继续”从那里接着训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Show the run's folder.</source>
            <translation>显示此运行的文件夹。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Star</source>
            <translation>加星标</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Tags…</source>
            <translation>标签…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Take the Star Away</source>
            <translation>取消星标</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>The folder was not shown</source>
            <translation>未能显示文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Write a note about the run.</source>
            <translation>为此运行写备注。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/actions.py" />
            <source>Write words for the run, to find it by.</source>
            <translation>为此运行写几个词，便于查找。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Accuracy of the Forward-Forward net on the test images, at the end.</source>
            <translation>结束时 Forward-Forward 网络在测试图像上的准确率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Accuracy of the backprop net on the test images, at the end.</source>
            <translation>结束时反向传播网络在测试图像上的准确率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>All that is random depends on it.</source>
            <translation>一切随机的东西都取决于它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>BP Accuracy</source>
            <translation>BP 准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>BP, test</source>
            <translation>BP，测试</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Begun</source>
            <translation>开始时间</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Blue</source>
            <translation>蓝色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Compiling, training and judging, as far as the run has told.</source>
            <translation>编译、训练和评判，以运行所记录的为准。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>FF Accuracy</source>
            <translation>FF 准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>FF, test</source>
            <translation>FF，测试</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Green</source>
            <translation>绿色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>How Long</source>
            <translation>时长</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>How long</source>
            <translation>时长</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>No Colour</source>
            <translation>无颜色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Orange</source>
            <translation>橙色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Pink</source>
            <translation>粉色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Red</source>
            <translation>红色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Runs with a star are never thinned. A click sets it or takes it away.</source>
            <translation>带星标的运行绝不会被精简。单击可加上或取消星标。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Runs with a tick are compared: their curves lie over each other in the panel Curves, in the colour that is shown here, and the panel Compare says what differs.</source>
            <translation>勾选的运行会被比较：其曲线以此处所示颜色在“曲线”面板中叠加，差异由“比较”面板说明。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Size</source>
            <translation>大小</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Sky</source>
            <translation>天蓝色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>The colour you gave it.</source>
            <translation>你给它的颜色。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>The experiment's name, or the one you gave it (F2).</source>
            <translation>实验的名称，或你给它起的名称（F2）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>The preset it was made from, if that is known.</source>
            <translation>它所依据的预设（如果已知）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>What it learns from.</source>
            <translation>它学习所用的数据。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>What its folder takes on the disk.</source>
            <translation>它的文件夹在磁盘上占用的空间。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>When training began.</source>
            <translation>训练开始的时间。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Whether it runs, was cut off, or how it ended.</source>
            <translation>它是否正在进行、是否被中断，或如何结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Whole epochs that are kept.</source>
            <translation>保留的完整轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Yellow</source>
            <translation>黄色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>Your words for it.</source>
            <translation>你为它写的词。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>{minutes} h {minutes_2} min</source>
            <translation>{minutes} 小时 {minutes_2} 分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>{minutes} min</source>
            <translation>{minutes} 分</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/columns.py" />
            <source>{size} GB</source>
            <translation>{size} GB</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source> (its nets are shown)</source>
            <translation>（正在显示它的网络）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>Is compared</source>
            <translation>正在比较</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>Is not compared</source>
            <translation>未比较</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It ended with an error.</source>
            <translation>它因错误而结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It is being trained.</source>
            <translation>它正在训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It stopped by itself, because it no longer got better.</source>
            <translation>它自行停止了，因为不再有改进。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It was cut off: the program was killed, or its machine went down. Open it and continue where it stands.</source>
            <translation>它被中断了：程序被终止，或者机器停机。打开它即可从中断处继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It was stopped, and what it had learnt was kept.</source>
            <translation>它被停止了，所学到的都已保留。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>It was trained to its end.</source>
            <translation>它已训练到结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>Its nets are the ones shown.</source>
            <translation>正在显示的就是它的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>Tags: {tags}</source>
            <translation>标签：{tags}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>With a star</source>
            <translation>有星标</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>Without a star</source>
            <translation>无星标</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/model.py" />
            <source>{text} (shown)</source>
            <translation>{text}（正在显示）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>1 Compared</source>
            <translation>比较 1 个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>1 run</source>
            <translation>1 个运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>All states</source>
            <translation>所有状态</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>All tags</source>
            <translation>所有标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>All that can be done with the runs that are chosen.</source>
            <translation>可以对所选运行做的一切。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Choose the columns; so does a right click on their heads.</source>
            <translation>选择列；在列标题上单击右键也可以。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Completed</source>
            <translation>已完成</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Damaged</source>
            <translation>已损坏</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Hide finished</source>
            <translation>隐藏已完成的</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Interrupted</source>
            <translation>已中断</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>More to do with the runs that are chosen</source>
            <translation>对所选运行的更多操作</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>No run fits what is searched and chosen above.</source>
            <translation>没有运行符合上面的搜索和选择。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Only runs in this state.</source>
            <translation>只显示处于此状态的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Only runs that are being trained, can go on, or are damaged.</source>
            <translation>只显示正在训练、可以继续或已损坏的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Only runs with a star.</source>
            <translation>只显示带星标的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Only runs with this tag.</source>
            <translation>只显示带此标签的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Running</source>
            <translation>正在运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Runs are being kept: the next one is listed here.</source>
            <translation>运行会被保留：下一个运行将列在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Runs are not kept now; Run › Keep Runs on Disk changes that.</source>
            <translation>现在不保留运行；可在“运行 › 将运行保留在磁盘上”中更改。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Search</source>
            <translation>搜索</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Search runs</source>
            <translation>搜索运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Show the comparison</source>
            <translation>显示比较</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Show what the runs with a tick differ in.</source>
            <translation>显示勾选的运行有何不同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>State of the runs that are listed</source>
            <translation>列出的运行的状态</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Tag of the runs that are listed</source>
            <translation>列出的运行的标签</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>The runs are being listed…</source>
            <translation>正在列出运行…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>There are no runs yet.

A run is what Train does, from its first step to its end: settings, curves, and the nets at many moments, in a folder of its own.

{kept}
{root}</source>
            <translation>还没有运行。

一个运行就是“训练”从第一步到最后一步所做的一切：设置、曲线以及许多时刻的网络，放在各自的文件夹里。

{kept}
{root}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>With star</source>
            <translation>带星标</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>Words in name, note, tags, preset or data; all have to be there.</source>
            <translation>名称、备注、标签、预设或数据中的词；必须全部出现。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>{count} Compared</source>
            <translation>比较 {count} 个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>{count} runs</source>
            <translation>{count} 个运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>{runs} runs are chosen.</source>
            <translation>已选择 {runs} 个运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/panel.py" />
            <source>{seen} of {count} runs</source>
            <translation>{seen} / {count} 个运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/table_view.py" />
            <source>Enter opens a run, F2 renames it, Delete deletes it, the menu key offers the rest.</source>
            <translation>Enter 打开运行，F2 重命名，Delete 删除，菜单键提供其他操作。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/table_view.py" />
            <source>Reset Columns</source>
            <translation>重置列</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/runs/table_view.py" />
            <source>Runs that are kept</source>
            <translation>保留的运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Accuracy: {net} after its last epoch, on {judged_on} images.</source>
            <translation>准确率：最后一个轮次之后的 {net}，在{judged_on}图像上。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Asks which settings of the builder's experiment to vary.</source>
            <translation>询问要变化构建器中实验的哪些设置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Best so far: {accuracy} by run {number} ({settings}).</source>
            <translation>迄今最佳：{accuracy}，运行 {number}（{settings}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>CSV (*.csv)</source>
            <translation>CSV (*.csv)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Ends the processes that were started here. What they train goes on later from its last whole epoch.</source>
            <translation>结束在此启动的进程。它们训练的内容之后从最后一个完整轮次继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Export Table</source>
            <translation>导出表格</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Export Table…</source>
            <translation>导出表格…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Go On</source>
            <translation>继续</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>How many processes train at once; they share the cores.</source>
            <translation>同时训练的进程数；它们共用核心。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>It pauses after the mini-batches under way.</source>
            <translation>在进行中的小批量之后暂停。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>It takes {size}, besides the 5 GB that your runs may take.</source>
            <translation>占用 {size}，不计入您的运行可占的 5 GB。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>It takes {size}, of the 5 GB that all runs may take.</source>
            <translation>占用 {size}，计入所有运行可占的 5 GB。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Lets all runs through again.</source>
            <translation>让所有运行重新通过。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>New Sweep…</source>
            <translation>新建参数扫描…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Nothing is kept of this run yet.</source>
            <translation>此运行尚未保留任何内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Open Sweep</source>
            <translation>打开参数扫描</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Open Sweep…</source>
            <translation>打开参数扫描…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Opens the nets and curves of the run chosen in the table.</source>
            <translation>打开表格中所选运行的网络和曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Processes that train at once</source>
            <translation>同时训练的进程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Progress of the sweep</source>
            <translation>参数扫描的进度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Run {number}: {state}</source>
            <translation>运行 {number}：{state}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Runs of the sweep</source>
            <translation>参数扫描的运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Show All</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Shows the sweep in a folder, begun here or by 'ffstudio sweep'.</source>
            <translation>显示某个文件夹中的参数扫描，在此开始或由 'ffstudio sweep' 开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Sweep</source>
            <translation>参数扫描</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>The table was exported to {path}.</source>
            <translation>表格已导出到 {path}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>The table was not exported</source>
            <translation>表格未导出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>This run is being trained. Wait for its end.</source>
            <translation>此运行正在训练。请等待其结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Trains what waits, in processes of their own.</source>
            <translation>在各自的进程中训练等待的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>Writes the runs shown into a CSV file.</source>
            <translation>将显示的运行写入 CSV 文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>accuracy: {judged}</source>
            <translation>准确率：{judged}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>at a time</source>
            <translation>同时</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>{count} pass the filters.</source>
            <translation>{count} 个通过筛选。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>{done} of {total} epochs of all runs.</source>
            <translation>所有运行共 {total} 轮次，已完成 {done}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>{name}: {done} of {rows} runs are done, {running} running, {left} to be made.</source>
            <translation>{name}：{rows} 次运行中已完成 {done}，进行中 {running}，待进行 {left}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/panel.py" />
            <source>{name}: {done} of {rows} runs are done.</source>
            <translation>{name}：{rows} 次运行中已完成 {done}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/parallel_view.py" />
            <source>Runs as lines over their settings</source>
            <translation>运行作为跨设置的线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/parallel_view.py" />
            <source>The table below has the same runs, for the keyboard.</source>
            <translation>下方表格有相同的运行，便于键盘操作。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/run_table.py" />
            <source>BP test</source>
            <translation>BP 测试</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/run_table.py" />
            <source>FF test</source>
            <translation>FF 测试</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/run_table.py" />
            <source>Judged</source>
            <translation>评估用</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/run_table.py" />
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/sweep/run_table.py" />
            <source>ended early</source>
            <translation>提前结束</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>A pad to draw on, and what both nets make of the drawing.</source>
            <translation>绘画用的画板，以及两个网络如何看待所画内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Alignment</source>
            <translation>一致性</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Builder</source>
            <translation>构建器</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Confusion</source>
            <translation>混淆</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Cost</source>
            <translation>成本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Experiments that are trained one after another, in a process beside the window.</source>
            <translation>在窗口旁的进程中依次训练的实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Goodness Confusion</source>
            <translation>优度混淆</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>How far each layer's own gradient points where backprop's would, over training.</source>
            <translation>训练过程中，每层自身的梯度在多大程度上指向反向传播梯度的方向。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>How much goodness each label has on the images of each class.</source>
            <translation>每个标签在每类图像上有多少优度。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>How well each layer names labels, alone and summed, and which one decides.</source>
            <translation>每层单独及累加后说出标签的准确程度，以及由哪层决定。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Layer Accuracy</source>
            <translation>层准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Loss and accuracy of both nets while they learn.</source>
            <translation>两个网络学习时的损失和准确率。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Multiply-adds, memory and seconds of both nets, layer by layer.</source>
            <translation>两个网络逐层的乘加、内存和秒数。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>One image through the backprop net and its error back, number by number.</source>
            <translation>一张图像经过反向传播网络，其误差返回，逐个数值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>One image under every label: each layer's activity and goodness follow.</source>
            <translation>一张图像配每个标签：各层的活动和优度随之变化。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Runs with a tick side by side: results, the settings that differ, curves' last and best.</source>
            <translation>勾选的运行并列：结果、不同的设置、曲线的最终和最佳值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The experiment: data, layers and how each net learns.</source>
            <translation>实验：数据、各层以及每个网络如何学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The images to learn from, and the pairs of positive and negative data.</source>
            <translation>用于学习的图像，以及正负样本对。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The runs of a sweep over settings and seeds, and how well each does.</source>
            <translation>跨设置和种子的参数扫描的运行，以及各自的效果。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The runs that are kept: listed, found again, opened, described and deleted.</source>
            <translation>保留的运行：列出、查找、打开、描述和删除。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The steps of the lesson that is open, and what is done.</source>
            <translation>已打开课程的步骤，以及完成情况。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>The weights of each unit as pictures, and what channels answer to a picture.</source>
            <translation>以图片显示每个单元的权重，以及通道对图片的响应。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>What each layer's goodness parts: images' labels, positive from negative data.</source>
            <translation>每层优度所分开的：图像的标签，正样本与负样本。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>What each unit answers while one draws, and the images that it likes best.</source>
            <translation>绘画时每个单元的响应，以及它最喜欢的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>What generators, decoders and autoencoders make, by noise, labels and codes set by hand.</source>
            <translation>生成器、解码器和自编码器由噪声、标签和手设编码生成的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>What the program has noted, for bug reports.</source>
            <translation>程序记录的内容，用于错误报告。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Where images lie by what each layer answers to them, moving as the net learns.</source>
            <translation>按各层对图像的回答排列图像，随网络学习而移动。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Which classes are taken for which, and the images behind every cell.</source>
            <translation>哪些类别被认作哪些，以及每个单元格背后的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/table.py" />
            <source>Which layer learnt when, what it gained; freezes layers and begins them anew.</source>
            <translation>哪一层何时学习、有何收获；冻结层并使其重新开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>Timeline of local learning</source>
            <translation>局部学习的时间线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>backprop's loss is that of the whole net: no layer gains alone</source>
            <translation>反向传播的损失属于整个网络：没有层单独收获</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>begun anew at epoch {epoch}</source>
            <translation>在轮次 {epoch} 重新开始</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>begun anew with seed {seed}</source>
            <translation>以种子 {seed} 重新开始</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>frozen now</source>
            <translation>现已冻结</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>gained {gained}</source>
            <translation>收获 {gained}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>learns</source>
            <translation>学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>learns now</source>
            <translation>正在学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>learnt in {share} of its steps</source>
            <translation>在其 {share} 的步中学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>moved {moved} in the last</source>
            <translation>上一轮次移动 {moved}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>moved, gained</source>
            <translation>移动，收获</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>weights moved by {moved}</source>
            <translation>权重移动 {moved}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>{gained} in all</source>
            <translation>共 {gained}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>{gain} less loss</source>
            <translation>损失减少 {gain}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>{gain} points</source>
            <translation>{gain} 个百分点</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>{name}, epoch {epoch}</source>
            <translation>{name}，轮次 {epoch}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_painter.py" />
            <source>{name}: learnt for {learnt} of {all} epochs</source>
            <translation>{name}：{all} 个轮次中学习了 {learnt} 个</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_view.py" />
            <source>In the timeline: begin the layer anew.</source>
            <translation>在时间线中：使该层重新开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_view.py" />
            <source>In the timeline: freeze the layer, or let it learn.</source>
            <translation>在时间线中：冻结该层，或让它学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_view.py" />
            <source>In the timeline: let all layers learn.</source>
            <translation>在时间线中：让所有层学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_view.py" />
            <source>In the timeline: the kept epoch before or after.</source>
            <translation>在时间线中：之前或之后的保留轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_view.py" />
            <source>In the timeline: the layer above or below.</source>
            <translation>在时间线中：上面或下面的层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_view.py" />
            <source>In the timeline: train only this layer of its net.</source>
            <translation>在时间线中：只训练其网络的这一层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_view.py" />
            <source>Solid: the layer learnt. Hatched: it was frozen. A flag: it was begun anew.
Bars: how far its weights moved in the epoch, as a share of their norm.
Line: what it gained, above the dots where it became better.
A click goes to the epoch.</source>
            <translation>实心：该层在学习。斜线：被冻结。旗帜：重新开始。
柱：该轮次中权重移动的距离，占其范数的份额。
线：收获，变好时在点线上方。
点击前往该轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_view.py" />
            <source>Timeline of layers</source>
            <translation>各层的时间线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/lanes_view.py" />
            <source>Up, Down</source>
            <translation>上、下</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>A layer is begun anew while its net learns: train, step or continue first.</source>
            <translation>层只能在其网络学习时重新开始：请先训练、单步或继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>BP layer {layer}</source>
            <translation>BP 第 {layer} 层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>BP output</source>
            <translation>BP 输出层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>FF layer {layer}</source>
            <translation>FF 第 {layer} 层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>Freeze {name}</source>
            <translation>冻结 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>Let All Layers Learn</source>
            <translation>让所有层学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>Let {name} Learn</source>
            <translation>让 {name} 学习</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>Somebody else trains this run: it can be looked at, not changed.</source>
            <translation>此运行由别处训练：可以查看，不能更改。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>The builder holds other layers than these nets have. Take the nets' experiment back to change them.</source>
            <translation>构建器中的层与这些网络的不同。请取回网络的实验以更改它们。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>The run is ending.</source>
            <translation>运行正在结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>The run is starting.</source>
            <translation>运行正在启动。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>These are the nets of an earlier moment. Go back to now to change them.</source>
            <translation>这些是较早时刻的网络。请回到现在再更改。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>Train Only {name}</source>
            <translation>只训练 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/layer_verbs.py" />
            <source>{name} begins anew with the next batch.</source>
            <translation>{name} 从下一批起重新开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>All layers learn.</source>
            <translation>所有层都在学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>Begin Anew…</source>
            <translation>重新开始…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>Begin {name} Anew…</source>
            <translation>重新开始 {name}…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>Freeze</source>
            <translation>冻结</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>Freezes all other layers of its net. (O)</source>
            <translation>冻结其网络的所有其他层。(O)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>It goes on from where it was frozen. (F)</source>
            <translation>它从冻结处继续。(F)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>It is the only layer of its net that learns.</source>
            <translation>它是其网络中唯一在学习的层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>Its weights and its optimizer's memory stay as they are from the next batch on. (F)</source>
            <translation>从下一批起其权重和优化器的记忆保持不变。(F)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>Lanes of all layers</source>
            <translation>所有层的轨道</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>New weights from a seed that is noted, and an empty optimizer. (N)</source>
            <translation>由记录下的种子得到的新权重，以及空的优化器。(N)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>No layer learns: the nets stand still.</source>
            <translation>没有层在学习：网络静止不动。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>Thaws every layer of both nets. (A)</source>
            <translation>解冻两个网络的所有层。(A)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>The layers of a net out of another program's file learn all together: there is no timeline of each.</source>
            <translation>来自其他程序文件的网络，各层一起学习：没有每层的时间线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>Train Only</source>
            <translation>只训练此层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>Which layer learnt when, how far its weights moved and what that gained; layers can be frozen and begun anew while the run goes on.</source>
            <translation>哪一层何时学习、权重移动多远、收获了什么；运行继续时可以冻结层并使其重新开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/panels/timeline/panel.py" />
            <source>{net} saves {share} of its multiply-adds by what is frozen.</source>
            <translation>{net} 因冻结省下 {share} 的乘加。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/image_gallery.py" />
            <source>Image {index} of the {which} set, {text}</source>
            <translation>{which}集的图像 {index}，{text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/image_gallery.py" />
            <source>Images of what is chosen</source>
            <translation>所选内容的图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/image_gallery.py" />
            <source>{about}.
Click to draw on with it.</source>
            <translation>{about}。
点击可在其上继续绘画。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/legend.py" />
            <source>Click hides or shows the curve; Ctrl+click shows it alone.</source>
            <translation>点击隐藏或显示曲线；Ctrl+点击只显示它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/legend.py" />
            <source>In a legend: hide or show the curve.</source>
            <translation>在图例中：隐藏或显示曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/legend.py" />
            <source>Space</source>
            <translation>空格</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/plot.py" />
            <source>Reset View</source>
            <translation>重置视图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/plots/plot.py" />
            <source>Show everything and follow new values. A double click does too.</source>
            <translation>显示全部并跟随新值。双击也可以。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>1 shows every kept epoch, 2 every second one; the last one is always there.</source>
            <translation>1 显示每个保留的轮次，2 显示每隔一个；最后一个总在。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>A GIF begins anew at its end.</source>
            <translation>GIF 到末尾后重新开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Cancelled: nothing was written.</source>
            <translation>已取消：没有写入任何内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Choose a file and write it.</source>
            <translation>选择文件并写入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Close without writing anything more.</source>
            <translation>关闭，不再写入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Epochs a second</source>
            <translation>每秒轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Every</source>
            <translation>每隔</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Experiment, epoch and seed in small letters below.</source>
            <translation>下方以小字注明实验、轮次和种子。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Export Animation</source>
            <translation>导出动画</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Export…</source>
            <translation>导出…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Format</source>
            <translation>格式</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>From epoch</source>
            <translation>起始轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Ground</source>
            <translation>底色</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Height</source>
            <translation>高度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>How fast it goes by.</source>
            <translation>播放的快慢。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Looking at the epochs…</source>
            <translation>正在查看各轮次…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Of the pictures, in pixels.</source>
            <translation>图像的尺寸，以像素为单位。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Of the pictures, in pixels; at its least, what the view needs at that width.</source>
            <translation>图像的尺寸，以像素为单位；最小时为该宽度下视图所需。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>On white paper</source>
            <translation>白底</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Pause at the end</source>
            <translation>末尾停顿</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Repeat</source>
            <translation>循环</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>So long the last epoch stays.</source>
            <translation>最后一个轮次停留的时间。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Stop writing; no file is left.</source>
            <translation>停止写入；不留下文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>The first epoch that is shown.</source>
            <translation>显示的第一个轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>The last epoch that is shown.</source>
            <translation>显示的最后一个轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>To epoch</source>
            <translation>结束轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>What is seen at every epoch.</source>
            <translation>每个轮次看到的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>What the pictures are painted on.</source>
            <translation>图像的底色。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>Wrote {path}</source>
            <translation>已写入 {path}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>as needed</source>
            <translation>按需要</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>every</source>
            <translation>每隔</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>pause</source>
            <translation>停顿</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>to</source>
            <translation>到</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>{about}; nothing is to be seen at epochs {blank}</source>
            <translation>{about}；在轮次 {blank} 没有可看的内容</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_dialog.py" />
            <source>{count} pictures of {width} × {height} pixels, {seconds} s</source>
            <translation>{count} 张 {width} × {height} 像素的图像，{seconds} 秒</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_job.py" />
            <source>Looking at the epochs</source>
            <translation>正在查看各轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_job.py" />
            <source>Writing pictures</source>
            <translation>正在写入图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/animation_job.py" />
            <source>{path} was not written: {why}.</source>
            <translation>{path} 没有写入：{why}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/moving_view.py" />
            <source>A picture of {width} × {height} pixels cannot be made.</source>
            <translation>无法生成 {width} × {height} 像素的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/moving_view.py" />
            <source>Choose another view, or other epochs.</source>
            <translation>请选择其他视图或其他轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/moving_view.py" />
            <source>Choose from 32 to {most} pixels a side.</source>
            <translation>每边请选择 32 到 {most} 像素。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/moving_view.py" />
            <source>No weights of these epochs are kept.</source>
            <translation>没有保留这些轮次的权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/moving_view.py" />
            <source>There are: {listed}.</source>
            <translation>有：{listed}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/moving_view.py" />
            <source>There is no view {name} to animate.</source>
            <translation>没有可制成动画的视图 {name}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/moving_view.py" />
            <source>This view has nothing to show at the chosen epochs.</source>
            <translation>此视图在所选轮次没有可显示的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/moving_view.py" />
            <source>{kept} of {last} epochs are kept, {chosen} are shown; epochs in between are not made up.</source>
            <translation>{last} 个轮次中保留了 {kept} 个，显示 {chosen} 个；其间的轮次不会虚构。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/overlay.py" />
            <source>{name} ({dataset})</source>
            <translation>{name}（{dataset}）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>All settings are the same.</source>
            <translation>所有设置都相同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>BP test accuracy</source>
            <translation>BP 测试准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>Code:</source>
            <translation>代码：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>Comparison of {count} runs</source>
            <translation>{count} 次运行的比较</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>FF test accuracy</source>
            <translation>FF 测试准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>No epoch has ended yet.</source>
            <translation>还没有完成任何轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>Notes</source>
            <translation>备注</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>Report of ffstudio {version}</source>
            <translation>ffstudio {version} 的报告</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>Run {run}</source>
            <translation>运行 {run}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/page.py" />
            <source>{heading} of {run}</source>
            <translation>{run} 的{heading}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/pdf.py" />
            <source>The report could not be painted.</source>
            <translation>无法绘制报告。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/report.py" />
            <source>Compared</source>
            <translation>比较</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/reports/report.py" />
            <source>Layer accuracy</source>
            <translation>各层准确率</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/crash.py" />
            <source> in {name}</source>
            <translation>，位于 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/crash.py" />
            <source>Something unexpected happened</source>
            <translation>发生了意外情况</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/crash.py" />
            <source>a thread</source>
            <translation>一个线程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/crash.py" />
            <source>{summary}. Your experiment is still open and you can go on; save your work if it matters, and send the details to the project if this happens again.</source>
            <translation>{summary}。您的实验仍然打开，可以继续；若有重要内容请保存，如果再次发生，请将详情发送给项目。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Copied</source>
            <translation>已复制</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Copy Details</source>
            <translation>复制详情</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Details</source>
            <translation>详情</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Dismiss</source>
            <translation>关闭</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Dismiss message</source>
            <translation>关闭消息</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Error details</source>
            <translation>错误详情</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Hide Details</source>
            <translation>隐藏详情</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>It came up {count} times.</source>
            <translation>已出现 {count} 次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Puts message and details on the clipboard, for a bug report.</source>
            <translation>将消息和详情放入剪贴板，用于错误报告。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Show Details</source>
            <translation>显示详情</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>Warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>What the program was doing when the error came up.</source>
            <translation>错误出现时程序正在做什么。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>ffstudio {version}, Python {python_version}, {system}</source>
            <translation>ffstudio {version}，Python {python_version}，{system}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/system/notifications.py" />
            <source>{more} more error{plural} since then; see Details.</source>
            <translation>此后又有 {more} 个错误；见“详情”。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/activity_row.py" />
            <source>Cancel: {activity_title}</source>
            <translation>取消：{activity_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/activity_row.py" />
            <source>Progress of what is under way</source>
            <translation>正在进行的工作的进度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/activity_row.py" />
            <source>What is under way</source>
            <translation>正在进行的工作</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/activity_row.py" />
            <source>{activity_title}: no longer. Everything stays as it is.</source>
            <translation>{activity_title}：不再进行。一切保持原样。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/animating.py" />
            <source>{panel}: {figure}</source>
            <translation>{panel}：{figure}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Blue and Red</source>
            <translation>蓝与红(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Bright</source>
            <translation>明亮(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Cividis</source>
            <translation>&amp;Cividis</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Dark</source>
            <translation>深色(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Follow System</source>
            <translation>跟随系统(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Grey</source>
            <translation>灰(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Inferno</source>
            <translation>&amp;Inferno</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Light</source>
            <translation>浅色(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Magma</source>
            <translation>&amp;Magma</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Orange and Purple</source>
            <translation>橙与紫(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Studio</source>
            <translation>&amp;Studio</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>&amp;Viridis</source>
            <translation>&amp;Viridis</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Blue and &amp;Yellow</source>
            <translation>蓝与黄(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>By &amp;Depth</source>
            <translation>按深度(&amp;D)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Dark text on a light ground.</source>
            <translation>浅色背景上的深色文字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>From black by grey, which is zero, to white.</source>
            <translation>从黑经过灰（即零）到白。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Images and matrices</source>
            <translation>图像和矩阵</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Images in grey; matrices in the colours of right and wrong.</source>
            <translation>图像为灰色；矩阵用对错的颜色。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Layers run through Viridis, from the first to the last.</source>
            <translation>各层沿 Viridis 变化，从第一层到最后一层。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Light or dark, as the system is.</source>
            <translation>随系统为浅色或深色。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Light text on a dark ground.</source>
            <translation>深色背景上的浅色文字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Okabe and Ito's colours, made for every eye.</source>
            <translation>Okabe 和 Ito 的颜色，适合每种视力。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Paul Tol's bright colours, made for every eye.</source>
            <translation>Paul Tol 的明亮颜色，适合每种视力。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform, from black by orange to bright yellow.</source>
            <translation>感知均匀，从黑经橙到亮黄。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform, from black by red to pale yellow.</source>
            <translation>感知均匀，从黑经红到淡黄。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform, from dark blue by green to yellow.</source>
            <translation>感知均匀，从深蓝经绿到黄。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform, looks the same to eyes that do not part red from green.</source>
            <translation>感知均匀，对不分红绿的眼睛看起来相同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform, made for eyes that do not part red from green.</source>
            <translation>感知均匀，适合不分红绿的眼睛。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Perceptually uniform; zero is the ground.</source>
            <translation>感知均匀；零为底色。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Shades and dashes alone, as for a print without colour.</source>
            <translation>只用灰度和虚线，如同无彩色的印刷。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Text size {scale}</source>
            <translation>文字大小 {scale}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/appearance.py" />
            <source>Zero is the ground; safe for every eye.</source>
            <translation>零为底色；对每种视力都安全。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;About ffstudio</source>
            <translation>关于 ffstudio(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Actual Size</source>
            <translation>实际大小(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Continue Training</source>
            <translation>继续训练(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Judge Epochs On</source>
            <translation>轮次评估用(&amp;J)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Keep Runs on Disk</source>
            <translation>将运行保留在磁盘上(&amp;K)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Keyboard Shortcuts</source>
            <translation>键盘快捷键(&amp;K)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Language</source>
            <translation>语言(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Lessons</source>
            <translation>课程(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Model Card…</source>
            <translation>模型卡(&amp;M)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;New Experiment</source>
            <translation>新建实验(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Open…</source>
            <translation>打开(&amp;O)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Pause</source>
            <translation>暂停(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Quit</source>
            <translation>退出(&amp;Q)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Redo</source>
            <translation>重做(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Redo {redoText}</source>
            <translation>重做(&amp;R) {redoText}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Reset Layout</source>
            <translation>重置布局(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Run</source>
            <translation>运行(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Save Model</source>
            <translation>保存模型(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Stop</source>
            <translation>停止(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Take the Nets' Experiment</source>
            <translation>采用网络的实验(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Theme</source>
            <translation>主题(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Train</source>
            <translation>训练(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Undo</source>
            <translation>撤销(&amp;U)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;Undo {undoText}</source>
            <translation>撤销(&amp;U) {undoText}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>A minute in which you train a net and draw a digit that it reads.</source>
            <translation>一分钟内训练一个网络，并画一个它能读出的数字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Add to &amp;Queue</source>
            <translation>加入队列(&amp;Q)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>All shortcuts on one page.</source>
            <translation>一页列出所有快捷键。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Begin the lesson that is open anew.</source>
            <translation>从头开始已打开的课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Bring back your own panels, experiment and nets; the lesson is kept where it is.</source>
            <translation>恢复您自己的面板、实验和网络；课程的进度会保留。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Bring the settings that the nets shown were made with back into the builder.</source>
            <translation>将所显示网络的设置带回构建器。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Ca&amp;ncel</source>
            <translation>取消(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Change the steps of the lesson that is open, or of one in a file.</source>
            <translation>更改已打开课程或文件中课程的步骤。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Close ffstudio.</source>
            <translation>关闭 ffstudio。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of &amp;Curves</source>
            <translation>曲线的颜色(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of &amp;Weights</source>
            <translation>权重的颜色(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of Curves: {}</source>
            <translation>曲线的颜色：{}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of Ima&amp;ges</source>
            <translation>图像的颜色(&amp;G)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of Images: {}</source>
            <translation>图像的颜色：{}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Colours of Weights: {}</source>
            <translation>权重的颜色：{}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Command &amp;Palette…</source>
            <translation>命令面板(&amp;P)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Continue</source>
            <translation>继续训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Edit Lesson…</source>
            <translation>编辑课程…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>End the run and go back to the nets and curves before it.</source>
            <translation>结束运行并回到之前的网络和曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>End the run and keep what was learnt.</source>
            <translation>结束运行并保留已学到的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Find any command by a few letters of its name.</source>
            <translation>凭名称中的几个字母找到任何命令。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Go on training.</source>
            <translation>继续训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Guided &amp;Tour</source>
            <translation>导览(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Have the experiment trained after those that wait, in a process of its own.</source>
            <translation>使实验排在等待的之后，在自己的进程中训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Judge Epochs On: {}</source>
            <translation>轮次评估用：{}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Keep Runs on Disk: {}</source>
            <translation>将运行保留在磁盘上：{}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Language: {}</source>
            <translation>语言：{}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Lea&amp;ve Lesson</source>
            <translation>离开课程(&amp;V)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Lesson: {}</source>
            <translation>课程：{}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Make the interface larger.</source>
            <translation>放大界面。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Make the interface smaller.</source>
            <translation>缩小界面。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>New from &amp;Preset</source>
            <translation>从预设新建(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>New from Preset: {}</source>
            <translation>从预设新建：{}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>No Recent Files</source>
            <translation>没有最近的文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Open &amp;Recent</source>
            <translation>打开最近的文件(&amp;R)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Open Recent: {}</source>
            <translation>打开最近的文件：{}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Open S&amp;hipped Net</source>
            <translation>打开自带网络(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Open a model (.h5, .keras), an experiment or a lesson (.json), or a data set.</source>
            <translation>打开模型（.h5、.keras）、实验或课程（.json）或数据集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Pause after this mini-batch.</source>
            <translation>在此小批量之后暂停。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Put every panel back in its place.</source>
            <translation>将每个面板放回原位。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Restart Lesson</source>
            <translation>重新开始课程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Resu&amp;me</source>
            <translation>继续(&amp;M)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>S&amp;weep…</source>
            <translation>参数扫描(&amp;W)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Save &amp;Backprop Net As…</source>
            <translation>反向传播网络另存为(&amp;B)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Save &amp;Forward-Forward Net As…</source>
            <translation>Forward-Forward 网络另存为(&amp;F)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Save E&amp;xperiment As…</source>
            <translation>实验另存为(&amp;X)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Save Model &amp;As…</source>
            <translation>模型另存为(&amp;A)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Save as Lesson…</source>
            <translation>另存为课程…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Show &amp;Welcome</source>
            <translation>显示欢迎(&amp;W)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Start from the default settings.</source>
            <translation>从默认设置开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Step &amp;Batch</source>
            <translation>单步批量(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Step &amp;Epoch</source>
            <translation>单步轮次(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Stopping…</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Take back the last edit of the experiment.</source>
            <translation>撤回对实验的最后一次编辑。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The builder holds another experiment now; the nets shown are still {spoken}.</source>
            <translation>构建器现在是另一个实验；所显示的网络仍是 {spoken}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The engine compiles the training step.</source>
            <translation>引擎正在编译训练步骤。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The first steps again.</source>
            <translation>再看最初的步骤。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The page of the panel one is in, and what Forward-Forward is.</source>
            <translation>当前面板的页面，以及什么是 Forward-Forward。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The run ends after this mini-batch.</source>
            <translation>运行在此小批量之后结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The system's text size again.</source>
            <translation>恢复系统的文字大小。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>The trained Forward-Forward net and its backprop twin that come along.</source>
            <translation>自带的训练好的 Forward-Forward 网络及其反向传播孪生网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Theme: {}</source>
            <translation>主题：{}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train one mini-batch, then pause.</source>
            <translation>训练一个小批量，然后暂停。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train the experiment from the start.</source>
            <translation>从头训练该实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train the experiment with many settings and seeds, in processes of their own.</source>
            <translation>在各自的进程中用多种设置和种子训练该实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train the nets shown for some more epochs.</source>
            <translation>将所显示的网络再训练若干轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train to the end of the epoch, then pause.</source>
            <translation>训练到轮次结束，然后暂停。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Train, pause or resume, whichever is next.</source>
            <translation>训练、暂停或继续，视当前状态而定。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Versions, licences, which device trains, and what happens to your data.</source>
            <translation>版本、许可、在哪个设备上训练，以及您的数据会怎样。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>What is in the opened file: layers, what was migrated, how it wants its images.</source>
            <translation>所打开文件的内容：各层、迁移的内容、需要的图像形式。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write both nets with settings, optimizer state and curves.</source>
            <translation>写出两个网络及其设置、优化器状态和曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write steps and checks around the experiment and the panels that you see.</source>
            <translation>围绕您看到的实验和面板编写步骤和检查。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write the Forward-Forward net alone, a score of every label: Keras, ONNX or TFLite.</source>
            <translation>只写出 Forward-Forward 网络，每个标签一个分数：Keras、ONNX 或 TFLite。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write the backprop net alone: Keras, weights, NumPy CNN, NPZ, ONNX or TFLite.</source>
            <translation>只写出反向传播网络：Keras、权重、NumPy CNN、NPZ、ONNX 或 TFLite。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write the model to another file.</source>
            <translation>将模型写入另一个文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Write the settings as a JSON file that the command line reads too.</source>
            <translation>将设置写为命令行也能读取的 JSON 文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Zoom &amp;In</source>
            <translation>放大(&amp;I)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>Zoom &amp;Out</source>
            <translation>缩小(&amp;O)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/command_table.py" />
            <source>ffstudio &amp;Help</source>
            <translation>ffstudio 帮助(&amp;H)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>Exchange rows and columns, as EMNIST's files need; kept in the experiment.</source>
            <translation>互换行与列，EMNIST 文件需要如此；保存在实验中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>Reading the images…</source>
            <translation>正在读取图像…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>Use These Images?</source>
            <translation>使用这些图像？</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>Use these images</source>
            <translation>使用这些图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>What the file holds</source>
            <translation>文件中的内容</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/data_preview.py" />
            <source>Which values are black and white; kept in the experiment.</source>
            <translation>哪些值是黑、哪些是白；保存在实验中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/docks.py" />
            <source>Show or hide this panel. {shows}</source>
            <translation>显示或隐藏此面板。{shows}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/drops.py" />
            <source>Drop the file to open it.</source>
            <translation>拖放文件即可打开。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>A run is active. Stop or cancel it first, then open the file again.</source>
            <translation>有运行正在进行。请先停止或取消，再打开文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>A run is active. Stop or cancel it first, then open the run again.</source>
            <translation>有运行正在进行。请先停止或取消，再打开该运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Clear List</source>
            <translation>清空列表</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Forget these files.</source>
            <translation>忘记这些文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Looking into {path_name}…</source>
            <translation>正在查看 {path_name}…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>New Experiment</source>
            <translation>新建实验</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Not now</source>
            <translation>现在不行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Opened {Path_name}</source>
            <translation>已打开 {Path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Preset {name}</source>
            <translation>预设 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Save Backprop Net As</source>
            <translation>反向传播网络另存为</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Save Experiment As</source>
            <translation>实验另存为</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Save Forward-Forward Net As</source>
            <translation>Forward-Forward 网络另存为</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Save Model</source>
            <translation>保存模型</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Save Model As</source>
            <translation>模型另存为</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>The file was not opened</source>
            <translation>文件未打开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>The presets cannot be read</source>
            <translation>无法读取预设</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>The shipped net was not opened</source>
            <translation>自带网络未打开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>Use {path_name}</source>
            <translation>使用 {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/file_actions.py" />
            <source>{path} does not exist or is not a file.</source>
            <translation>{path} 不存在或不是文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>&amp;All Images</source>
            <translation>全部图像(&amp;A)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>A &amp;Sample of the Images</source>
            <translation>图像的样本(&amp;S)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>Exact after each epoch; with many images this can take a third of the time.</source>
            <translation>每轮次后精确评估；图像很多时可能占三分之一的时间。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>The next run judges its epochs on {words}</source>
            <translation>下一次运行在{words}上评估各轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>The same images after each epoch, so many that judging takes about one twentieth of the time; the last epoch on all.</source>
            <translation>每轮次后用相同的图像，其数量使评估约占二十分之一的时间；最后一轮用全部图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>a sample of the images</source>
            <translation>图像的样本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/judging_choice.py" />
            <source>all images</source>
            <translation>全部图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>&amp;No</source>
            <translation>否(&amp;N)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>&amp;Yes</source>
            <translation>是(&amp;Y)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>A run is active. The other one is offered again at the next start.</source>
            <translation>有运行正在进行。另一个将在下次启动时再次提供。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>A run is lost unless its nets are saved.</source>
            <translation>若不保存网络，运行就会丢失。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>Bring It Back</source>
            <translation>恢复它</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>Each run is a folder, written while it trains: nothing is lost when the program or the machine goes down. Up to 500 MB a run and 5 GB in all.</source>
            <translation>每次运行是一个文件夹，训练时写入：程序或电脑崩溃时不会丢失。每次运行最多 500 MB，总共 5 GB。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>The folder of the run</source>
            <translation>运行的文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>The next run is {either}kept on disk</source>
            <translation>下一次运行将{either}保留在磁盘上</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>The run on {data} was under way when ffstudio ended. Epoch {epoch} of {epochs} is kept; Continue goes on from there.</source>
            <translation>ffstudio 结束时，{data} 上的运行正在进行。已保留第 {epoch} 轮，共 {epochs} 轮；“继续训练”从那里接着训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>Undo brings it back until ffstudio is started again.</source>
            <translation>在 ffstudio 再次启动之前，“撤销”可以恢复它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>Undo brings them back until ffstudio is started again.</source>
            <translation>在 ffstudio 再次启动之前，“撤销”可以恢复它们。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>not </source>
            <translation>不</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>{count} runs were deleted</source>
            <translation>已删除 {count} 个运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>“{name}” was deleted</source>
            <translation>已删除“{name}”</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/keeping.py" />
            <source>“{run_name}” was cut off</source>
            <translation>“{run_name}”被中断</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>A run is active. Stop or cancel it first, then begin the lesson anew.</source>
            <translation>有运行正在进行。请先停止或取消，再重新开始课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>A run is active. Stop or cancel it first, then leave the lesson.</source>
            <translation>有运行正在进行。请先停止或取消，再离开课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Done: {step_title}</source>
            <translation>已完成：{step_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Lesson (*{LESSON_SUFFIX})</source>
            <translation>课程 (*{LESSON_SUFFIX})</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Lesson saved</source>
            <translation>课程已保存</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Lesson: {lesson_title}</source>
            <translation>课程：{lesson_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Save Lesson</source>
            <translation>保存课程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>The lesson was left; your own panels and experiment are back.</source>
            <translation>已离开课程；您自己的面板和实验已恢复。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>The lesson was not opened</source>
            <translation>课程未打开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>The lesson was not saved</source>
            <translation>课程未保存</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>Try It</source>
            <translation>试一试</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/lesson_mode.py" />
            <source>{chosen_name} can be opened like any other file.</source>
            <translation>{chosen_name} 可以像其他文件一样打开。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/main_window.py" />
            <source>Run Controls</source>
            <translation>运行控制</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/net_line.py" />
            <source>

The builder holds another experiment, “{spec_name}”. It differs in: {list_some}.</source>
            <translation>

构建器是另一个实验，“{spec_name}”。不同之处：{list_some}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/net_line.py" />
            <source>Nets shown: {self_text}</source>
            <translation>显示的网络：{self_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/net_line.py" />
            <source>Train a net or open one, and it is named here.</source>
            <translation>训练或打开一个网络，其名称会显示在这里。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/net_line.py" />
            <source>no net yet</source>
            <translation>还没有网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/net_line.py" />
            <source>not the builder's</source>
            <translation>非构建器的</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>A lesson is open. Leave it first.</source>
            <translation>有课程打开着。请先离开它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>A run is active. Stop or cancel it first.</source>
            <translation>有运行正在进行。请先停止或取消。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>No lesson is open.</source>
            <translation>没有打开的课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>No run is active.</source>
            <translation>没有正在进行的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The builder holds the experiment of the nets shown already.</source>
            <translation>构建器中已经是所显示网络的实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The card belongs to models that other programs have written.</source>
            <translation>模型卡属于其他程序写出的模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The lesson that is open hides this panel.</source>
            <translation>已打开的课程隐藏了此面板。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The run is ending already.</source>
            <translation>运行已经在结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The shipped net is the one shown.</source>
            <translation>所显示的就是自带网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The text is as large as it gets.</source>
            <translation>文字已经最大。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The text is as small as it gets.</source>
            <translation>文字已经最小。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>The tour is on already.</source>
            <translation>导览已在进行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There are no nets yet. Train some or open a model first.</source>
            <translation>还没有网络。请先训练或打开一个模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is no Forward-Forward net yet. Train one or open one first.</source>
            <translation>还没有 Forward-Forward 网络。请先训练或打开一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is no backprop net yet. Train one or open one first.</source>
            <translation>还没有反向传播网络。请先训练或打开一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is no model yet. Train one or open one first.</source>
            <translation>还没有模型。请先训练或打开一个。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is nothing to redo.</source>
            <translation>没有可重做的操作。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is nothing to undo in this lesson.</source>
            <translation>此课程中没有可撤销的操作。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/obstacles.py" />
            <source>There is nothing to undo.</source>
            <translation>没有可撤销的操作。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>Add &amp;Curves of a File…</source>
            <translation>添加文件中的曲线(&amp;C)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>Lay another program's curves over those shown: a Keras CSVLogger table, a history's JSON, TensorBoard's event files.</source>
            <translation>将其他程序的曲线叠加到所显示的曲线上：Keras CSVLogger 表格、历史 JSON、TensorBoard 事件文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>No file's curves lie over those of the run.</source>
            <translation>运行的曲线上没有叠加文件的曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>Show the curves of no file over those of the run any more.</source>
            <translation>不再在运行的曲线上显示任何文件的曲线。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>Take Files' Curves Away</source>
            <translation>移除文件的曲线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>{name} lies over the curves</source>
            <translation>{name} 叠加在曲线上</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/others.py" />
            <source>{name} lies over the curves; not drawn: {names}</source>
            <translation>{name} 叠加在曲线上；未绘制：{names}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Ctrl+C</source>
            <translation>Ctrl+C</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Ctrl+Z</source>
            <translation>Ctrl+Z</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Give the keyboard to the next panel in sight.</source>
            <translation>将键盘焦点给下一个可见面板。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Give the keyboard to the previous panel in sight.</source>
            <translation>将键盘焦点给上一个可见面板。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Go to the next or previous control.</source>
            <translation>转到下一个或上一个控件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>In a plot or table: copy it as a picture and as a table.</source>
            <translation>在图或表中：将其复制为图片和表格。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>In the Draw panel or a field: take back the last stroke or typing.</source>
            <translation>在“绘画”面板或输入栏中：撤回最后一笔或输入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Next Panel</source>
            <translation>下一个面板</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Previous Panel</source>
            <translation>上一个面板</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Show {entry_title}</source>
            <translation>显示{entry_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_commands.py" />
            <source>Tab, Shift+Tab</source>
            <translation>Tab、Shift+Tab</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_dock.py" />
            <source>Close {title}</source>
            <translation>关闭{title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_dock.py" />
            <source>Float {title}</source>
            <translation>浮动{title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_dock.py" />
            <source>Hide this panel; the View menu brings it back.</source>
            <translation>隐藏此面板；“视图”菜单可恢复它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/panel_dock.py" />
            <source>Make this panel a window of its own, or put it back.</source>
            <translation>使此面板成为独立窗口，或将其放回。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source> Right of {tested_on}: {right}.</source>
            <translation>在 {tested_on} 上的正确率：{right}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>Before they went on they had learnt from images that are now held back: the validation accuracy is too good. The test images are new to them.</source>
            <translation>继续训练之前，它们已从现在留作验证的图像学习过：验证准确率偏高。测试图像对它们是新的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>Ready to train on the bundled digits</source>
            <translation>可以用自带的数字训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>The backprop net</source>
            <translation>反向传播网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>Training {end_value}.{result}</source>
            <translation>训练{end_value}。{result}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>Validation flatters these nets</source>
            <translation>验证结果高估了这些网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>{message} Training is paused with the last good weights.</source>
            <translation>{message} 训练已暂停，权重为最后的正常值。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>{who} diverged</source>
            <translation>{who}已发散</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/reports.py" />
            <source>{why} Nothing is downloaded unless you ask for it.</source>
            <translation>{why} 除非您要求，否则不会下载任何内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>.
Seconds in the curves are those of training and judging alone.</source>
            <translation>。
曲线中的秒数只包括训练和评估的时间。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>Progress of the run</source>
            <translation>运行进度</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>So far: </source>
            <translation>到目前为止：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>The last run: </source>
            <translation>上次运行：</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>paused · {text}</source>
            <translation>已暂停 · {text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_controls.py" />
            <source>waiting for the engine</source>
            <translation>正在等待引擎</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_texts.py" />
            <source>epoch {epoch} of {epochs}</source>
            <translation>轮次 {epoch}，共 {epochs}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_texts.py" />
            <source>{duration_text} left</source>
            <translation>剩余 {duration_text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/run_texts.py" />
            <source>{samples_per_second} images/s</source>
            <translation>{samples_per_second} 张图像/秒</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>&amp;Copy Experiment Code</source>
            <translation>复制实验代码(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>&amp;Export…</source>
            <translation>导出(&amp;E)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>&amp;Paste Experiment Code</source>
            <translation>粘贴实验代码(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Copied the code of “{name}”: {code} characters to paste.</source>
            <translation>已复制“{name}”的代码：可粘贴 {code} 个字符。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Export &amp;Animation…</source>
            <translation>导出动画(&amp;A)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Export &amp;Keras Script…</source>
            <translation>导出 Keras 脚本(&amp;K)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Export &amp;Report…</source>
            <translation>导出报告(&amp;R)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Export Keras Script</source>
            <translation>导出 Keras 脚本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Export Report</source>
            <translation>导出报告</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>HTML (*.html);;PDF (*.pdf)</source>
            <translation>HTML (*.html);;PDF (*.pdf)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Load the experiment whose code is on the clipboard.</source>
            <translation>载入剪贴板上代码的实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Loaded “{spec_name}”. Undo brings back what was there.</source>
            <translation>已载入“{spec_name}”。撤销可恢复之前的内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Nets</source>
            <translation>网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Not the same again</source>
            <translation>不再相同</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Paste Experiment</source>
            <translation>粘贴实验</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Put a short text on the clipboard that holds all settings of the experiment.</source>
            <translation>将包含实验全部设置的短文本放入剪贴板。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Python script (*.py)</source>
            <translation>Python 脚本 (*.py)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Re-run with the Same Seed</source>
            <translation>用相同种子重新运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>The builder holds this experiment already.</source>
            <translation>构建器中已经是此实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>The code was not used</source>
            <translation>代码未被使用</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>The images of this run are being loaded. Try again then.</source>
            <translation>此运行的图像正在加载。请稍后再试。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>The report was not written</source>
            <translation>报告未写出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>The same again</source>
            <translation>再次相同</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>There is no experiment code on the clipboard to paste.</source>
            <translation>剪贴板上没有可粘贴的实验代码。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>There is no run yet to report on. Train one or open a model first.</source>
            <translation>还没有可报告的运行。请先训练或打开一个模型。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>There is no run yet whose curves could be repeated.</source>
            <translation>还没有曲线可以重复的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>These nets come from elsewhere: how they began is not known.</source>
            <translation>这些网络来自别处：不知道它们如何开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Train the experiment of the nets shown again, and say whether the curves agree bit for bit.</source>
            <translation>重新训练所显示网络的实验，并说明曲线是否逐位一致。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Write a plot or table as PNG, SVG, PDF or CSV, or all curves as CSV or JSON.</source>
            <translation>将图或表写为 PNG、SVG、PDF 或 CSV，或将所有曲线写为 CSV 或 JSON。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Write a view through the run's kept epochs as GIF or MP4, on the same axes throughout.</source>
            <translation>将某视图随运行的保留轮次写成 GIF 或 MP4，坐标轴始终相同。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Write the experiment as a Python script that repeats its numbers without ffstudio.</source>
            <translation>将实验写为 Python 脚本，无需 ffstudio 即可重复其数字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Write the run shown as one file, HTML or PDF: settings, curves, goodness, confusion.</source>
            <translation>将所显示的运行写为一个 HTML 或 PDF 文件：设置、曲线、优度、混淆。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sharing.py" />
            <source>Wrote {names} to {parent}</source>
            <translation>已将 {names} 写入 {parent}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/speech.py" />
            <source>The system's language, where ffstudio speaks it; else English.</source>
            <translation>系统的语言，如果 ffstudio 支持；否则为英语。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source> · builder: {edited}</source>
            <translation> · 构建器：{edited}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Engine</source>
            <translation>引擎</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Loading data…</source>
            <translation>正在加载数据…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Run status</source>
            <translation>运行状态</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>TensorFlow is being loaded; everything but training works already.</source>
            <translation>正在加载 TensorFlow；除训练以外的一切都已可用。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>The engine could not be started</source>
            <translation>引擎无法启动</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>The engine is ready to train.</source>
            <translation>引擎已可训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>Unsaved model</source>
            <translation>未保存的模型</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>watching {title} (read-only)</source>
            <translation>正在观看 {title}（只读）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>{data_title} · {train} images</source>
            <translation>{data_title} · {train} 张图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>{head}. Drawing and looking at models still work. Install ffstudio again with its training libraries to train.</source>
            <translation>{head}。绘画和查看模型仍可使用。要训练，请连同训练库重新安装 ffstudio。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>{title} — ffstudio</source>
            <translation>{title} — ffstudio</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>▲ Engine failed</source>
            <translation>▲ 引擎失败</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>▲ No data set</source>
            <translation>▲ 没有数据集</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>▶ Training</source>
            <translation>▶ 正在训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>○ Engine is warming up…</source>
            <translation>○ 引擎正在准备…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>● Ready · TensorFlow</source>
            <translation>● 就绪 · TensorFlow</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/status_bar.py" />
            <source>● Unsaved model</source>
            <translation>● 未保存的模型</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>Images as {text}</source>
            <translation>图像为{text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>Images as {text}: {score} of {count} {tried_on} images recognised</source>
            <translation>图像为{text}：{count} 张{tried_on}图像中识别出 {score} 张</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>It may have learnt something else, or nothing yet</source>
            <translation>它可能学的是别的内容，或者还什么都没学</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>It was still being opened when {after_name} was asked for, which is opened instead.</source>
            <translation>在它仍在打开时请求了 {after_name}，于是改为打开后者。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>Open It Again</source>
            <translation>重新打开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>Opened {file}</source>
            <translation>已打开{file}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>Saved {Path_name}</source>
            <translation>已保存 {Path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>What is known of its layers is in the builder: change them, then use the weights.</source>
            <translation>关于其各层的已知信息在构建器中：修改它们，然后使用权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>did best</source>
            <translation>效果最好</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>is the one you chose</source>
            <translation>是您选择的</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>{answers} networks fit its weights; this one {why}</source>
            <translation>{answers} 个网络符合其权重；此网络{why}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>{before_name} was not opened</source>
            <translation>{before_name} 未打开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>{path_name}: weights at hand</source>
            <translation>{path_name}：权重备用</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/stranger_cards.py" />
            <source>{role}, written by {writer}</source>
            <translation>{role}，由 {writer} 写出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>It is trained when {count} before it have been.</source>
            <translation>在它之前的 {count} 个训练之后训练它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>It was not put into the queue</source>
            <translation>未加入队列</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>No sweep can be begun</source>
            <translation>无法开始参数扫描</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>Show Queue</source>
            <translation>显示队列</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>Start, in the panel Queue, trains what waits one after another.</source>
            <translation>“队列”面板中的“开始”依次训练等待的实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>The queue waits</source>
            <translation>队列在等待</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>The sweep {name} is trained.</source>
            <translation>参数扫描 {name} 正在训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>{count} experiments of the queue are left to be trained.</source>
            <translation>队列中还有 {count} 个实验待训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/sweeping.py" />
            <source>{name} is in the queue</source>
            <translation>{name} 已在队列中</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Epoch 0000 of 0000</source>
            <translation>轮次 0000，共 0000</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Epoch {wanted} of {last}</source>
            <translation>轮次 {wanted}，共 {last}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>How far the run is</source>
            <translation>运行进行到哪里</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Moment of the run</source>
            <translation>运行的时刻</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Moment that is shown</source>
            <translation>所显示的时刻</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Now: epoch {last} of the run</source>
            <translation>现在：运行的第 {last} 轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Takes curves, goodness, matrices, filters, gallery and canvas to any epoch whose weights are kept (marks below).
Arrows lead from one to the next, End to now.</source>
            <translation>将曲线、优度、矩阵、滤波器、图库和画板带到任何保留了权重的轮次（下方有标记）。
方向键从一个到下一个，End 到现在。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Time Machine</source>
            <translation>时光机</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Time machine</source>
            <translation>时光机</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>Where epochs are over faster than the disk can write, only the newest of them are written;
and a run that has reached the room it may take lets go of some in between.
Curves have every epoch all the same.</source>
            <translation>轮次结束快于磁盘写入时，只写入最新的轮次；
运行达到可占空间时，会放弃中间的一些。
曲线仍有每个轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>{shown}: epoch {asked} has no weights on disk</source>
            <translation>{shown}：轮次 {asked} 在磁盘上没有权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_bar.py" />
            <source>● Live at epoch {last}</source>
            <translation>● 实时，第 {last} 轮次</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Back to Now</source>
            <translation>回到现在(&amp;B)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Continue as a Run of One's Own</source>
            <translation>作为自己的运行继续(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Continue from Epoch {at}</source>
            <translation>从第 {at} 轮次继续(&amp;C)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Earlier Moment</source>
            <translation>较早时刻(&amp;E)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Later Moment</source>
            <translation>较晚时刻(&amp;L)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Pause Moments</source>
            <translation>暂停播放(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>&amp;Play Moments</source>
            <translation>播放时刻(&amp;P)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Back to Now</source>
            <translation>回到现在</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Go on from epoch {at} in a run of its own; the one that is looked at stays as it is. Of earlier epochs the weights are kept, so optimizers start afresh.</source>
            <translation>从第 {at} 轮次以单独的运行继续；正在查看的运行保持不变。较早的轮次保留了权重，因此优化器重新开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Go on from the newest weights that have come, in a run of its own; the one that is watched is not touched.</source>
            <translation>从已到达的最新权重出发，在自己的运行中继续；被观看的运行不受影响。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Hide &amp;Time Machine</source>
            <translation>隐藏时光机(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Look at the nets as they were one kept epoch after.</source>
            <translation>查看后一个保留轮次的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Look at the nets as they were one kept epoch before.</source>
            <translation>查看前一个保留轮次的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Save Model of Epoch {at} &amp;As…</source>
            <translation>第 {at} 轮次的模型另存为(&amp;A)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Save a Copy of the Model &amp;As…</source>
            <translation>模型副本另存为(&amp;A)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Show &amp;Time Machine</source>
            <translation>显示时光机(&amp;T)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Show the kept epochs one after the other, up to now.</source>
            <translation>依次显示保留的轮次，直到现在。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Show the nets as they are now.</source>
            <translation>显示网络现在的样子。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Stay at the moment that is shown.</source>
            <translation>停在所显示的时刻。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>The bar that takes all views to any epoch of the run whose weights are kept.</source>
            <translation>将所有视图带到运行中任何保留了权重的轮次的栏。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>The nets are shown as they are now.</source>
            <translation>所显示的就是网络现在的样子。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Write the nets as they were after epoch {at} to a file.</source>
            <translation>将第 {at} 轮次后的网络写入文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/time_commands.py" />
            <source>Write the newest nets that have come to a file; the run goes on untouched.</source>
            <translation>将已到达的最新网络写入文件；运行不受影响，继续进行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>Ctrl+Right, Ctrl+Left</source>
            <translation>Ctrl+右、Ctrl+左</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>End the tour here (Esc).</source>
            <translation>在此结束导览 (Esc)。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>Explain</source>
            <translation>讲解</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>Guided tour: {title}</source>
            <translation>导览：{title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>Leave Tour</source>
            <translation>离开导览</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>Lessons</source>
            <translation>课程</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>Lessons of a few minutes each.</source>
            <translation>每课几分钟的课程。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>On the guided tour: leave it.</source>
            <translation>导览中：离开它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>On the guided tour: the step after or before.</source>
            <translation>导览中：下一步或上一步。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>On with the tour (Ctrl+Right).</source>
            <translation>继续导览 (Ctrl+右)。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>Six short pages that explain the net you have trained.</source>
            <translation>六页短文，讲解您训练的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>The step before (Ctrl+Left).</source>
            <translation>上一步 (Ctrl+左)。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/callout.py" />
            <source>{number} of {count}</source>
            <translation>{number} / {count}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/guide.py" />
            <source>Guided Tour</source>
            <translation>导览</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/guide.py" />
            <source>Something else was opened, so the tour has ended.</source>
            <translation>打开了别的内容，因此导览已结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/guide.py" />
            <source>You have left the tour; Help → Guided Tour begins it anew.</source>
            <translation>您已离开导览；帮助 → 导览 可重新开始。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/guide.py" />
            <source>You have left the tour; its run goes on.</source>
            <translation>您已离开导览；它的运行继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Accuracy rises</source>
            <translation>准确率上升</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>After every epoch both nets name labels of images that they do not learn from.</source>
            <translation>每个轮次后，两个网络为未学习过的图像命名标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Draw a digit</source>
            <translation>画一个数字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Draw one, large, with the mouse. The net that you have just trained answers with every stroke.</source>
            <translation>用鼠标画一个大大的数字。您刚训练的网络随每一笔作答。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Epoch {epochs}: Forward-Forward names {accuracy} of held-out images rightly, backprop {twin}.</source>
            <translation>轮次 {epochs}：Forward-Forward 正确识别 {accuracy} 的留出图像，反向传播 {twin}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Epoch {epochs}: Forward-Forward names {accuracy} of held-out images rightly.</source>
            <translation>轮次 {epochs}：Forward-Forward 正确识别 {accuracy} 的留出图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Finish</source>
            <translation>完成</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Goodness parts</source>
            <translation>优度分开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Nothing has been trained on this tour yet.</source>
            <translation>在此导览中还没有训练任何东西。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Positive data are images with their true label, negative data carry a wrong one. Watch what each layer learns: more goodness for the true label than for a wrong one.</source>
            <translation>正样本数据是带真实标签的图像，负样本数据带错误标签。看看每层学到什么：真实标签的优度高于错误标签。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Press Train</source>
            <translation>按下“训练”</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Ten goodness bars</source>
            <translation>十个优度条</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>That was it</source>
            <translation>就是这样</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>The Forward-Forward net reads: {answer}.</source>
            <translation>Forward-Forward 网络读作：{answer}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>The first epoch is under way.</source>
            <translation>第一个轮次正在进行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>The net</source>
            <translation>网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>The net tries every label on your drawing: ten forward passes. The label with the most goodness, summed over the layers, is its answer.</source>
            <translation>网络在您的图画上尝试每个标签：十次前向。各层优度总和最大的标签就是它的回答。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Training takes some seconds. Space trains as well, and pauses.</source>
            <translation>训练需要几秒钟。空格键也可训练和暂停。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Two layers of 200 units, on images of digits. Each layer learns alone, from a loss of its own. The same net learns by backpropagation beside it. Everything here can be changed, and undone.</source>
            <translation>两层，各 200 个单元，学习数字图像。每层独自按自己的损失学习。旁边同样的网络用反向传播学习。这里的一切都可更改和撤销。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>Waiting for a drawing…</source>
            <translation>等待图画…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/tour/steps.py" />
            <source>You have trained a net without backpropagation, and it reads your drawing. Lessons go on from here, a few minutes each. Undo brings back the experiment that was here before.</source>
            <translation>您训练了一个不用反向传播的网络，它能读出您的图画。接下来是课程，每课几分钟。撤销可恢复之前的实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>&amp;Watch a Run Folder…</source>
            <translation>观看运行文件夹(&amp;W)…</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Follow a run that another process or machine is training, without touching it.</source>
            <translation>跟随另一个进程或另一台机器正在训练的运行，而不触动它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Look no longer at the run that is watched; what has come of it stays in sight.</source>
            <translation>不再观看该运行；已到达的内容仍可见。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>No run is being watched.</source>
            <translation>没有正在观看的运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Open It</source>
            <translation>打开它</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Open it to save its nets or to go on with it.</source>
            <translation>打开它即可保存其网络或继续训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Right of {tested_on}: {right}. Open it to save its nets or to go on with it.</source>
            <translation>在 {tested_on} 上的正确率：{right}。打开它即可保存其网络或继续训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Stop Watching</source>
            <translation>停止观看</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>The folder of “{name}” is gone</source>
            <translation>“{name}”的文件夹不见了</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>The process that trained it is gone, and the run has not ended. Open it to go on from its last whole epoch.</source>
            <translation>训练它的进程已不在，而运行尚未结束。打开它可从上一个完整轮次继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watch a Run Folder</source>
            <translation>观看运行文件夹</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only)</source>
            <translation>正在观看 {name}（只读）</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only) · {progress}</source>
            <translation>正在观看 {name}（只读）· {progress}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): it has ended</source>
            <translation>正在观看 {name}（只读）：已结束</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): its folder is gone</source>
            <translation>正在观看 {name}（只读）：其文件夹不见了</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): no run is there yet</source>
            <translation>正在观看 {name}（只读）：还没有运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): nothing new for {time}</source>
            <translation>正在观看 {name}（只读）：{time}没有新内容</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): what trained it has broken off</source>
            <translation>正在观看 {name}（只读）：训练它的进程已中断</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>Watching {name} (read-only): {problem}</source>
            <translation>正在观看 {name}（只读）：{problem}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>{folder} cannot be found any more. What had come of the run stays in sight; when the folder comes back, it is watched on.</source>
            <translation>找不到 {folder} 了。该运行已到达的内容仍可见；文件夹恢复后将继续观看。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>“{name}” has broken off</source>
            <translation>“{name}”已中断</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/watching.py" />
            <source>“{name}” has ended</source>
            <translation>“{name}”已结束</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>All of this in a minute: train a net, then draw a digit that it reads.</source>
            <translation>一分钟内完成：训练一个网络，再画一个它能读出的数字。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Dismiss the welcome card</source>
            <translation>关闭欢迎卡片</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Do not show this again; Help → Show Welcome brings it back.</source>
            <translation>不再显示；“帮助 → 显示欢迎”可恢复它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Draw a Digit</source>
            <translation>画一个数字</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Got It</source>
            <translation>知道了</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Have Images</source>
            <translation>准备图像</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Press Space or click Train: both nets learn side by side.</source>
            <translation>按空格键或点击“训练”：两个网络并排学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Shows the Train button: both nets learn side by side.</source>
            <translation>显示“训练”按钮：两个网络并排学习。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Shows the drawing pad: a trained model already answers.</source>
            <translation>显示画板：训练好的模型已经会回答。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Shows the images that nets learn from, or how to get some.</source>
            <translation>显示网络用来学习的图像，或如何获得图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Shows what each layer's loss parts as it learns.</source>
            <translation>显示每层的损失在学习时分开了什么。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Step {number}: {text}</source>
            <translation>第 {number} 步：{text}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Watch Goodness Part</source>
            <translation>看优度分开</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Welcome</source>
            <translation>欢迎</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Welcome!</source>
            <translation>欢迎！</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>Welcome: first steps</source>
            <translation>欢迎：最初的步骤</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>{accessibleName}, done</source>
            <translation>{accessibleName}，已完成</translation>
        </message>
        <message>
            <location filename="../../ffstudio/gui/window/welcome.py" />
            <source>{why} See the Data panel.</source>
            <translation>{why} 请看“数据”面板。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/comparison.py" />
            <source>seed {seed}</source>
            <translation>种子 {seed}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/edits.py" />
            <source>Take the Nets' Experiment</source>
            <translation>采用网络的实验</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/engine_thread.py" />
            <source>The engine could not be started; see the log.</source>
            <translation>引擎无法启动；见日志。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/gradient_checks.py" />
            <source>The engine is warming up.</source>
            <translation>引擎正在准备。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>A run goes on. Stop it first.</source>
            <translation>一次运行正在进行。请先停止它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>The experiment gives no weights by hand.</source>
            <translation>该实验没有手设权重。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>The experiment trains a Forward-Forward net too: press Train.</source>
            <translation>该实验也训练 Forward-Forward 网络：请按“训练”。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>The images that this net is for are not at hand.</source>
            <translation>没有此网络所用的图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>The net has more than {MOST_NUMBERS} weights, too many to be kept in an experiment.</source>
            <translation>该网络有超过 {MOST_NUMBERS} 个权重，太多而无法保存在实验中。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>The net that is shown is not saved. Save it first, or press Train.</source>
            <translation>所显示的网络未保存。请先保存，或按“训练”。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>There are no images yet.</source>
            <translation>还没有图像。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>There is no backprop net whose weights could be typed in.</source>
            <translation>没有可输入权重的反向传播网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>Type a Weight</source>
            <translation>输入权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>Weights can be typed into nets of the builder's dense layers.</source>
            <translation>可以将权重输入由构建器的全连接层组成的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>Weights can be typed where backprop learns alone: choose it in the builder, and train.</source>
            <translation>仅在反向传播单独学习时可以输入权重：请在构建器中选择，然后训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/hand_nets.py" />
            <source>Weights change while a run goes on. Stop it to type some in.</source>
            <translation>运行期间权重会变化。请停止后再输入。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/image_source.py" />
            <source>Loading {DATASETS_label}</source>
            <translation>正在加载 {DATASETS_label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/image_source.py" />
            <source>The data set could not be loaded</source>
            <translation>数据集无法加载</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/lessons.py" />
            <source>Open Lesson {lesson_title}</source>
            <translation>打开课程 {lesson_title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>Duplicate Settings of {run_name}</source>
            <translation>复制 {run_name} 的设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>It ended before its first epoch: there are no nets to open.</source>
            <translation>它在第一轮之前就结束了：没有可打开的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>Its folder cannot be written: {error_words}.</source>
            <translation>它的文件夹无法写入：{error_words}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The builder holds the settings of {run_name}</source>
            <translation>构建器中现在是 {run_name} 的设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The builder holds the settings of {run_name} already</source>
            <translation>构建器中已经是 {run_name} 的设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The builder holds the settings of {run_name} as {name}</source>
            <translation>构建器中现在是 {run_name} 的设置，名为 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The run was not brought back</source>
            <translation>未能恢复运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The run was not deleted</source>
            <translation>未能删除运行</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>The settings were not taken</source>
            <translation>未能采用设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>This run is being trained here: its nets are the ones shown.</source>
            <translation>此运行正在这里训练：正在显示的就是它的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>This run is being trained. Stop it first.</source>
            <translation>此运行正在训练。请先停止它。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>Use Settings of {run_name}</source>
            <translation>使用 {run_name} 的设置</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/library.py" />
            <source>{run_name} copy</source>
            <translation>{run_name} 副本</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>Bundled digits, because {wanted_label} is not on this computer.</source>
            <translation>使用自带数字，因为 {wanted_label} 不在这台电脑上。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>Choose Data File</source>
            <translation>选择数据文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>Downloading {known_label}</source>
            <translation>正在下载 {known_label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>The download failed ({message}). Try again or choose a file.</source>
            <translation>下载失败（{message}）。请重试或选择一个文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>Use {known_label}</source>
            <translation>使用 {known_label}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>asking the server</source>
            <translation>正在询问服务器</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/missing_data.py" />
            <source>{known_label} is on this computer now.</source>
            <translation>{known_label} 现在在这台电脑上了。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>It did not work: {error_words}. Your model is still open; try another place.</source>
            <translation>未成功：{error_words}。您的模型仍然打开；请换一个位置。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Nothing to save</source>
            <translation>没有可保存的内容</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Open Run {spec_name}</source>
            <translation>打开运行 {spec_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Open {name}</source>
            <translation>打开 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Open {path_name}</source>
            <translation>打开 {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Opened the run {spec_name}</source>
            <translation>已打开运行 {spec_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Opened the shipped net</source>
            <translation>已打开自带网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Saved {path}.</source>
            <translation>已保存 {path}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Saving {path_name}</source>
            <translation>正在保存 {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>Shipped Net</source>
            <translation>自带网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>The experiment was not saved</source>
            <translation>实验未保存</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>The model was not saved</source>
            <translation>模型未保存</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>The net was not saved</source>
            <translation>网络未保存</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>reading nets and curves</source>
            <translation>正在读取网络和曲线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/model_files.py" />
            <source>{path_name} was to hold nets whose run has failed; nothing was written.</source>
            <translation>{path_name} 本应保存运行失败的网络；没有写入任何内容。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/moments.py" />
            <source>No earlier epoch of this run is kept yet.</source>
            <translation>此运行还没有保留更早的轮次。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/moments.py" />
            <source>That moment cannot be shown: {message}</source>
            <translation>该时刻无法显示：{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/moments.py" />
            <source>There are no nets yet. Train some or open a run first.</source>
            <translation>还没有网络。请先训练或打开一次运行。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/moments.py" />
            <source>These nets' run is not kept on disk: there are no earlier moments of it.</source>
            <translation>这些网络的运行没有保留在磁盘上：没有更早的时刻。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/moments.py" />
            <source>{folder_name}, epoch {epoch}</source>
            <translation>{folder_name}，轮次 {epoch}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/opening.py" />
            <source>Opening {path_name}</source>
            <translation>正在打开 {path_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/opening.py" />
            <source>{path_name} was not opened; everything is as it was.</source>
            <translation>{path_name} 未打开；一切保持原样。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/others.py" />
            <source>Not drawn, for no plot shows them: {names}</source>
            <translation>未绘制，因为没有图显示它们：{names}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/others.py" />
            <source>The curves were not read</source>
            <translation>未读取曲线</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/others.py" />
            <source>{path} holds no loss and no accuracy, which are what is drawn; it has: {names}.</source>
            <translation>{path} 不含损失和准确率，而绘制的正是这些；其中有：{names}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>Another window is changing the queue. Try again.</source>
            <translation>另一个窗口正在更改队列。请重试。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>Edit {name} of the Queue</source>
            <translation>编辑队列中的 {name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>No experiment waits.</source>
            <translation>没有等待的实验。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>The process that trained {name} was ended from outside. Nothing is lost: Start goes on with it.</source>
            <translation>训练 {name} 的进程被外部结束。没有丢失任何东西：“开始”会继续。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>The queue</source>
            <translation>队列</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>The queue is being trained.</source>
            <translation>正在训练队列。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>{data}: {layers}</source>
            <translation>{data}：{layers}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/queue.py" />
            <source>{name} could not be trained: {problem}</source>
            <translation>{name} 无法训练：{problem}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/runs.py" />
            <source>The run is not kept on disk: {error_words}</source>
            <translation>运行没有保留在磁盘上：{error_words}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/runs.py" />
            <source>Training stopped</source>
            <translation>训练已停止</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sharing.py" />
            <source>The script was not written</source>
            <translation>脚本未写出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>, changed</source>
            <translation>，已更改</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>, changed since.</source>
            <translation>，此后有更改。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>Experiment: {spec_name}</source>
            <translation>实验：{spec_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>File: {file}</source>
            <translation>文件：{file}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>Learnt from {value}.</source>
            <translation>学自{value}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>Opened from {file}</source>
            <translation>打开自 {file}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>Shipped net</source>
            <translation>自带网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>Somebody else trains them: they are watched, and cannot be changed.</source>
            <translation>由他人训练：只能观看，不能更改。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>The nets shown: {title}</source>
            <translation>显示的网络：{title}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>They are in no file yet.</source>
            <translation>尚未存入任何文件。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>a file</source>
            <translation>一个文件</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>back at {epoch}</source>
            <translation>回到{epoch}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>epoch 0.1</source>
            <translation>轮次 0.1</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>epoch {epoch}</source>
            <translation>轮次 {epoch}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>trained elsewhere</source>
            <translation>在别处训练</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>weights by hand</source>
            <translation>手设权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/shown.py" />
            <source>{epoch}, watched</source>
            <translation>{epoch}，观看中</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/state.py" />
            <source>A net out of a file is trained in the window only.</source>
            <translation>来自文件的网络只能在窗口中训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/state.py" />
            <source>The data set is being loaded.</source>
            <translation>正在加载数据集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/state.py" />
            <source>There is no data set.</source>
            <translation>没有数据集。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Change Preprocessing</source>
            <translation>更改预处理</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Layer {index} {reason}</source>
            <translation>层 {index} {reason}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Naming the outputs of {path_name}</source>
            <translation>正在命名 {path_name} 的输出</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Open {file}</source>
            <translation>打开{file}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>The data set is not there yet</source>
            <translation>数据集还没有</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>The weights end in {classes} values, the data set has {num_classes} classes.</source>
            <translation>权重以 {classes} 个值结束，而数据集有 {num_classes} 个类别。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>To be completed: the network of the weights in {path_name}.</source>
            <translation>待补全：{path_name} 中权重的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Trying another network of {path_name}</source>
            <translation>正在试 {path_name} 的另一个网络</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>Using the weights of {path_name}</source>
            <translation>正在使用 {path_name} 的权重</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>the network was completed in the builder</source>
            <translation>网络已在构建器中补全</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>waiting for the engine, which is being loaded</source>
            <translation>正在等待引擎加载</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/strangers.py" />
            <source>{path_name} cannot be used: {error_words}.</source>
            <translation>{path_name} 无法使用：{error_words}。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/studio.py" />
            <source>Loading the engine (TensorFlow)</source>
            <translation>正在加载引擎 (TensorFlow)</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/studio.py" />
            <source>The engine reported an error</source>
            <translation>引擎报告了错误</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>A process that trained it has ended with an error: {said}</source>
            <translation>训练它的一个进程因错误而结束：{said}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>A process that trained it was ended from outside (signal {number}). Nothing is lost: Go On takes up what it trained.</source>
            <translation>训练它的一个进程被外部结束（信号 {number}）。没有丢失任何东西：“继续”会接着训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>A sweep is being trained. Pause it first, or wait for its end.</source>
            <translation>正在训练一个参数扫描。请先暂停，或等待其结束。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>Beginning the sweep</source>
            <translation>正在开始参数扫描</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>No process can be started ({error_words}).</source>
            <translation>无法启动进程（{error_words}）。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>Sweeps need Optuna, which is not installed. Install the extra: pip install "ffstudio[sweep]".</source>
            <translation>参数扫描需要 Optuna，而它未安装。请安装附加组件：pip install "ffstudio[sweep]"。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>The sweep cannot be shown</source>
            <translation>无法显示参数扫描</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>The sweep cannot go on</source>
            <translation>参数扫描无法继续</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/sweeps.py" />
            <source>The sweep was not begun</source>
            <translation>参数扫描未开始</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/votes.py" />
            <source>At an earlier moment votes stay as they were: go back to now.</source>
            <translation>较早时刻的投票保持当时的样子：请回到现在。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/votes.py" />
            <source>Choose the Layers That Vote</source>
            <translation>选择投票的层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/votes.py" />
            <source>No images are held back: set Validation in the experiment's data, and train.</source>
            <translation>没有留出图像：请在实验的数据中设置“验证”，然后训练。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/votes.py" />
            <source>Somebody else trains these nets: they are watched, and cannot be changed.</source>
            <translation>这些网络由别处训练：只能观看，不能更改。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/votes.py" />
            <source>The images held back are not those of the nets shown.</source>
            <translation>留出的图像不是所显示网络的。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/votes.py" />
            <source>The layers that vote could not be chosen</source>
            <translation>无法选择投票的层</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/votes.py" />
            <source>There is no net whose layers vote.</source>
            <translation>没有各层投票的网络。</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/watching.py" />
            <source>The run is not watched</source>
            <translation>该运行未被观看</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/watching.py" />
            <source>Watch {spec_name}</source>
            <translation>观看 {spec_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/watching.py" />
            <source>Watching {folder_name}</source>
            <translation>正在观看 {folder_name}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/watching.py" />
            <source>{name} can no longer be watched: {message}</source>
            <translation>无法再观看 {name}：{message}</translation>
        </message>
        <message>
            <location filename="../../ffstudio/jobs/watching.py" />
            <source>{name} is no longer watched; what had come of it stays.</source>
            <translation>不再观看 {name}；已到达的内容仍保留。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>- Goodness is **one number per layer**, made of that layer's activities.
- Training raises it for positive and lowers it for negative data, **layer by layer**.
- To classify, the net tries all labels and takes the one with the most goodness.

Go on with *What a Threshold Does* to see where "high" ends and "low" begins.</source>
            <translation>- 优度是**每层一个数**，由该层的活动得出。
- 训练使它对正样本升高、对负样本降低，**逐层进行**。
- 分类时，网络尝试所有标签，取优度最高的。

接着学习“*阈值的作用*”，看看“高”在哪里结束、“低”从哪里开始。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>A Forward-Forward net is shown **an image together with a label**. Every layer answers with its *activities*, one per unit, and from them comes a single number:

&gt; **goodness** = the mean of the squared activities

If the label is the image's own, the pair is **positive data** and its goodness should be high. If the label is a wrong one, the pair is **negative data** and its goodness should be low.

In the *Data* panel, look at the pairs the net will learn from, then answer.</source>
            <translation>给 Forward-Forward 网络看的是**一张图像连同一个标签**。每一层以其*活动*回答，每个单元一个，由它们得到一个数：

&gt; **优度** = 活动平方的均值

如果标签是图像自己的，这一对就是**正样本**，其优度应该高。如果标签是错误的，这一对就是**负样本**，其优度应该低。

在“*数据*”面板中看看网络将要学习的样本对，然后回答。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>Each layer of a Forward-Forward net turns an image and a label into one number. See what it is, and watch training part the right labels from the wrong ones.</source>
            <translation>Forward-Forward 网络的每一层把一张图像和一个标签变成一个数。看看它是什么，并观察训练如何将正确标签与错误标签分开。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>From goodness to an answer</source>
            <translation>从优度到答案</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>How does such a net read a digit? It tries **every label in turn** and adds up the goodness of its layers. The label with the most goodness is the answer.

Draw a digit on the pad. The bars are the goodness of each label, layer upon layer. This net has seen few digits: do not mind if it takes yours for another.</source>
            <translation>这样的网络如何读数字？它**依次尝试每个标签**，把各层的优度加起来。优度最高的标签就是答案。

在画板上画一个数字。条形是每个标签的优度，层层叠加。这个网络见过的数字很少：如果它认错了，请别介意。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>Let it learn</source>
            <translation>让它学习</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>One number per layer</source>
            <translation>每层一个数</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>Press **Train** (or the space bar).

Both layers learn at once. Nothing is passed backwards: each layer changes its own weights so that *its own* goodness rises for positive and falls for negative data.

Keep an eye on the two histograms of each layer while it trains.</source>
            <translation>按下**训练**（或空格键）。

两层同时学习。没有任何东西向后传：每一层改变自己的权重，使*它自己的*优度对正样本升高，对负样本降低。

训练时留意每层的两个直方图。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>The histograms show the goodness of images the net has **not** learnt from: one colour with their true label, one with a wrong label.

- **Overlap** is what the two histograms share. It begins near 100 %.
- **AUC** is the chance that a positive pair has more goodness than a negative one. 0.5 is guessing, 1 is perfect.

Let the run go to its end. If it has ended too early, press *Continue* in the run bar.</source>
            <translation>直方图显示网络**没有**学过的图像的优度：一种颜色为带真实标签的，另一种为带错误标签的。

- **重叠**是两个直方图共有的部分。开始时接近 100 %。
- **AUC** 是正样本对的优度高于负样本对的概率。0.5 是猜测，1 是完美。

让运行进行到底。如果结束得太早，按运行栏中的“*继续训练*”。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>The image of a 7 with the label 2 is …</source>
            <translation>带标签 2 的数字 7 图像是……</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>The one the first layer likes least</source>
            <translation>第一层最不喜欢的那个</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>The one with the highest probability from a softmax layer</source>
            <translation>softmax 层给出最高概率的那个</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>The one with the most goodness, all layers added up</source>
            <translation>各层相加优度最高的那个</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>Watch it part</source>
            <translation>看它分开</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>What you have seen</source>
            <translation>您看到了什么</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>Which label does the net answer with?</source>
            <translation>网络以哪个标签作答？</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/goodness.ffstudio-lesson.json" />
            <source>neither: it has no label</source>
            <translation>都不是：它没有标签</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>- **Random** wrong labels work, but many teach nothing.
- **Hard** ones come from the net's own doubts and teach the most.
- **Shuffled** labels are cheap, but some of them are no negatives at all.
- **Hybrid images** need no label: what the layers learn can be used for anything.</source>
            <translation>- **随机**的错误标签有效，但许多什么也教不了。
- **困难**的来自网络自己的疑惑，教得最多。
- **打乱**的标签代价低，但其中一些根本不是负样本。
- **混合图像**不需要标签：各层学到的东西可用于任何用途。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>A Forward-Forward net learns by contrast. How its negative data are made decides how fast it learns, and what.</source>
            <translation>Forward-Forward 网络靠对比学习。负样本如何制作，决定了它学得多快、学到什么。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>A bad negative</source>
            <translation>坏的负样本</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>A random wrong label is often a silly one: nobody takes a 1 for an 8. What teaches more is a label **the net itself finds plausible**.

In the builder, under *Negative Data*, choose **Hard wrong label**. Press **Train** again and compare the accuracy.</source>
            <translation>随机的错误标签往往很荒唐：没有人会把 1 当成 8。更有教益的是**网络自己认为可信**的标签。

在构建器的“*负样本数据*”中选择**困难的错误标签**。再按**训练**并比较准确率。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Both nets had the same initial weights, images and number of steps. Only the negative data differed.</source>
            <translation>两个网络的初始权重、图像和步数都相同。只有负样本不同。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Hard wrong labels</source>
            <translation>困难的错误标签</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>It is the same pair as a positive one, so the net is taught two opposite things</source>
            <translation>它与正样本是同一对，因此网络被教了两件相反的事</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>It makes the image darker</source>
            <translation>它使图像更暗</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>It sees more images in an epoch</source>
            <translation>它在一个轮次中看到更多图像</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Its layers have more units</source>
            <translation>它的层有更多单元</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Its negative data are close to its own mistakes, so every pair teaches something</source>
            <translation>它的负样本接近自己的错误，因此每一对都有教益</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Last, **Hybrid images**: two images mixed by a blurred mask. Close by they look right, as a whole they are wrong. No label is used; what classifies is a **linear read-out** on top.

This is harder. Set *Epochs* to **20**, train, and see how far it gets.</source>
            <translation>最后是**混合图像**：两张图像由模糊掩模混合。近看正确，整体错误。不使用标签；负责分类的是上面的**线性读出**。

这更难。将“*轮次*”设为 **20**，训练，看看它能走多远。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Negative data are images with a **wrong label**. The simplest way: take any of the nine wrong labels, all equally likely.

The builder on the left is set to that. Runs in this lesson last only **two epochs**, so that differences show.

Press **Train**, then note the accuracy after the second epoch.</source>
            <translation>负样本是带有**错误标签**的图像。最简单的方法：任取九个错误标签之一，概率相同。

左边的构建器已如此设置。此课程中的运行只有**两个轮次**，以便看出差别。

按下**训练**，然后记下第二轮次后的准确率。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>No labels at all</source>
            <translation>完全没有标签</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Nothing: it is merely a hard one</source>
            <translation>没什么：它只是一个困难的</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Now choose **Shuffled labels**: the batch's labels are dealt out anew, whatever image they land on. In *Data*, look at the pairs, then train.

About 1 in 10 "negatives" is none: it has its **true** label, and the net is told to dislike it.</source>
            <translation>现在选择**打乱的标签**：批量的标签重新分发，不管落到哪张图像上。在“*数据*”中看看样本对，然后训练。

约十分之一的“负样本”并不是：它带着**真实**标签，而网络却被要求不喜欢它。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>What is wrong with a negative that carries its true label?</source>
            <translation>带有真实标签的负样本有什么问题？</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Why does the net with hard negatives learn faster?</source>
            <translation>为什么用困难负样本的网络学得更快？</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/negatives.ffstudio-lesson.json" />
            <source>Wrong labels, at random</source>
            <translation>随机的错误标签</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>As each Forward-Forward layer has a goodness of its own, each can be **asked alone**. A hidden layer of the backprop net cannot: only its output layer knows labels.

Tick *Per-Layer Accuracy* above the curves to see them, then let every layer reach 90 %.</source>
            <translation>由于每个 Forward-Forward 层都有自己的优度，可以**单独询问**每一层。反向传播网络的隐藏层则不行：只有输出层知道标签。

勾选曲线上方的“*逐层准确率*”来查看，然后让每层达到 90 %。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Ask each layer alone</source>
            <translation>单独询问每一层</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Both get there</source>
            <translation>两者都到达</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Equal accuracy does not mean equal mistakes. In *Confusion*, each row is a true digit and each column what the net took it for. Choose a net above the matrix; click a cell to see its images.</source>
            <translation>准确率相同并不意味着错误相同。在“*混淆*”中，每行是一个真实数字，每列是网络把它认成了什么。在矩阵上方选择网络；点击单元格查看其图像。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>How many losses does the Forward-Forward net make small?</source>
            <translation>Forward-Forward 网络要减小多少个损失？</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>How many losses?</source>
            <translation>有多少个损失？</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Let both nets train to the end. If the run has ended too early, press *Continue*.

They reach much the same accuracy, by quite different ways.</source>
            <translation>让两个网络训练到底。如果运行结束得太早，按“*继续训练*”。

它们以截然不同的方式达到差不多的准确率。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Look at the two loss plots in *Curves*: one for Forward-Forward, one for backprop. Count the curves in each.</source>
            <translation>看看“*曲线*”中的两张损失图：一张是 Forward-Forward 的，一张是反向传播的。数一数每张图中的曲线。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>One for each layer</source>
            <translation>每层一个</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>One for each unit</source>
            <translation>每个单元一个</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>One for the whole net</source>
            <translation>整个网络一个</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Take it with you</source>
            <translation>把它带走</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>The same layers, the same initial weights, the same mini-batches: one net learns by backpropagation, the other without.</source>
            <translation>相同的层、相同的初始权重、相同的小批量：一个网络用反向传播学习，另一个不用。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Two nets lie side by side. They have the same hidden layers and the same initial weights, and they will see the same mini-batches.

- **Backprop** has an output layer. One error at the end goes back through *all* layers.
- **Forward-Forward** has a **local loss** in each layer. No error goes back: a layer only looks at its own goodness.

Press **Train** (or the space bar) and watch the curves.</source>
            <translation>两个网络并排。它们有相同的隐藏层和相同的初始权重，也将看到相同的小批量。

- **反向传播**有一个输出层。末端的一个误差向后穿过*所有*层。
- **Forward-Forward** 在每层有一个**局部损失**。没有误差向后传：一层只看自己的优度。

按下**训练**（或空格键），观察曲线。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Two nets, one start</source>
            <translation>两个网络，同一起点</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Which mistakes?</source>
            <translation>哪些错误？</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/side-by-side.ffstudio-lesson.json" />
            <source>Write a figure for your notes: *File › Export…* (Ctrl+E), tick *Accuracy*, then *Export*. Figures are always on white paper.</source>
            <translation>为您的笔记写出一张图：“*文件 › 导出…*”(Ctrl+E)，勾选“*准确率*”，然后“*导出*”。图总是白底的。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>- With a **logistic** loss, θ is where positive and negative data are to part.
- Too high a threshold takes long to reach, and later layers pay most.
- A **pair loss** needs none: it trains the gap of each image, not the place of the histograms.</source>
            <translation>- 用**逻辑**损失时，θ 是正负样本应分开的地方。
- 阈值太高需要很久才能达到，后面的层代价最大。
- **成对损失**不需要阈值：它训练每张图像的差距，而不是直方图的位置。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>A line between high and low</source>
            <translation>高与低之间的界线</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Compare the two layers in *Goodness*: how far has each parted its histograms? (In *Curves*, *Per-Layer Accuracy* tells the same.)

The second layer sees the first one's activities with their length taken away (that is the *normalisation*), so it has to begin anew, on input that says less while the first layer still learns.</source>
            <translation>在“*优度*”中比较两层：各自把直方图分开了多远？（在“*曲线*”中，“*逐层准确率*”说明同样的事。）

第二层看到的是第一层的活动去掉长度之后的样子（这就是*归一化*），所以它必须重新开始，而在第一层仍在学习时，输入所含的信息更少。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Half as high</source>
            <translation>一半高</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Much too high</source>
            <translation>高得多</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Neither: both are as good as with θ = 1</source>
            <translation>都不是：两层与 θ = 1 时一样好</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>No threshold at all</source>
            <translation>完全没有阈值</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Not every local loss needs a threshold. Choose **Symmetric pair (SymBa)** as *Local loss* of each layer and train.

It compares the goodness of **one image** with its true label and with a wrong one. *Goodness* therefore shows each image's **gap**: the true label's goodness minus the best wrong one's. The two histograms of before may overlap as they like (the list above the plots still has them); what counts is that the true label wins, image by image.</source>
            <translation>并非每种局部损失都需要阈值。将每层的“*局部损失*”选为**对称成对损失 (SymBa)** 并训练。

它比较**同一张图像**带真实标签和带错误标签的优度。因此“*优度*”显示每张图像的**差距**：真实标签的优度减去最好的错误标签的优度。先前的两个直方图可以任意重叠（图上方的列表中仍有它们）；重要的是真实标签在每张图像上胜出。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Now ask for far more. In the builder, choose **each layer** in the list in turn and set its *Threshold θ* to **10**. Then **Train** again, to the end.

To be counted as positive, activities must become more than three times as strong as before.</source>
            <translation>现在要求更多。在构建器的列表中依次选择**每一层**，将其“*阈值 θ*”设为 **10**。然后再次**训练**到底。

要算作正，活动必须比以前强三倍以上。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Set θ to **0.5** in each layer and train once more.

A lower line is reached sooner: layers part their data in fewer steps.</source>
            <translation>将每层的 θ 设为 **0.5**，再训练一次。

较低的界线更快达到：各层用更少的步就分开数据。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>The **threshold θ** says how much goodness is "high". The logistic loss pushes positive data above it and negative data below.

Here θ is 1 in both layers. Press **Train** and watch the two histograms settle on either side of the line marked θ.</source>
            <translation>**阈值 θ** 说明多少优度算“高”。逻辑损失把正样本推到它以上，把负样本推到它以下。

这里两层的 θ 都是 1。按下**训练**，看两个直方图在标有 θ 的线两侧安定下来。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>The first</source>
            <translation>第一层</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>The second</source>
            <translation>第二层</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Where does high goodness begin? Move the threshold and see what it does to a layer, and when it does not matter.</source>
            <translation>高优度从哪里开始？移动阈值，看看它对一层有什么作用，以及何时无关紧要。</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Which layer is far behind after the same number of epochs?</source>
            <translation>经过相同的轮次后，哪一层远远落后？</translation>
        </message>
        <message>
            <location filename="../../resources/lessons/threshold.ffstudio-lesson.json" />
            <source>Who suffers?</source>
            <translation>谁受影响？</translation>
        </message>
        <message>
            <location filename="../../resources/presets/bp-deep-tanh.json" />
            <source>A deep backprop net: 2500-2000-1500-1000-500 tanh, softmax, 10 epochs on MNIST. Published: 97.36 % test accuracy.</source>
            <translation>深层反向传播网络：2500-2000-1500-1000-500 tanh，softmax，在 MNIST 上 10 轮次。已发表：测试准确率 97.36 %。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/bp-dropout.json" />
            <source>Backprop with dropout: 512-512 ReLU, dropout 0.2, softmax, RMSprop, batch 128, 5 epochs on MNIST. Published: 97.85 % test accuracy.</source>
            <translation>带随机失活的反向传播：512-512 ReLU，dropout 0.2，softmax，RMSprop，批量 128，在 MNIST 上 5 轮次。已发表：测试准确率 97.85 %。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/bp-plain.json" />
            <source>Backprop without dropout: 512-512 ReLU, softmax, RMSprop, batch 128, 5 epochs on MNIST. Published: 98.25 % test accuracy.</source>
            <translation>不带随机失活的反向传播：512-512 ReLU，softmax，RMSprop，批量 128，在 MNIST 上 5 轮次。已发表：测试准确率 98.25 %。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/camera-4px.json" />
            <source>The four-pixel camera: solid, vertical, diagonal and horizontal patterns of 2x2 pixels, learnt by 4-4-8-4 (tanh, tanh, ReLU, softmax). Small enough to read every weight. The label enters as four extra inputs, because four pixels leave no room for it.</source>
            <translation>四像素相机：2×2 像素的实心、竖直、对角和水平图案，由 4-4-8-4（tanh、tanh、ReLU、softmax）学习。小到可以读出每个权重。标签作为四个额外输入进入，因为四个像素没有空间容纳它。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/camera-by-hand.json" />
            <source>The four-pixel camera with weights set by hand: sums and differences of pixels, then of those, then either sign of each, then the class. It tells solid, vertical, diagonal and horizontal apart before any training (with 0 epochs: 100 % of 200 test pictures); training goes on from there.</source>
            <translation>手工设定权重的四像素相机：像素的和与差，然后是它们的和与差，再是各自的正负，最后是类别。它在任何训练之前就能区分实心、竖直、对角和水平（0 轮次：200 张测试图片 100 %）；训练从那里继续。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/cnn-small.json" />
            <source>A small modern CNN: two convolutions with batch normalisation and max pooling, dropout, one dense layer; Adam with a falling rate, 5 epochs on MNIST.</source>
            <translation>小型现代 CNN：两个带批量归一化和最大池化的卷积、随机失活、一个全连接层；学习率递减的 Adam，在 MNIST 上 5 轮次。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/digits-quick.json" />
            <source>Both nets on the bundled 8x8 digits, drawn up to MNIST's size: a first run that takes seconds and needs no download.</source>
            <translation>两个网络在自带的 8×8 数字上学习，放大到 MNIST 的尺寸：只需几秒、无需下载的首次运行。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/fashion-dfn.json" />
            <source>A backprop classifier of Fashion-MNIST: 256-128 ReLU, Adam 0.001, batch 64, one tenth held back for validation, early stopping on the validation loss.</source>
            <translation>Fashion-MNIST 的反向传播分类器：256-128 ReLU，Adam 0.001，批量 64，十分之一留作验证，按验证损失提前停止。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-500.json" />
            <source>Our most accurate dense recipe without shifted images, 784-500-500: symmetric pair loss with sharpness 5, one in five pixels dropped, a label three times as strong as a white pixel, hard negatives judged by the first layer, 60 epochs with a cool-down. Settings were chosen on 10,000 images held back from training; the test set is judged after each epoch, chooses nothing, and the last epoch counts. Measured with seeds 1, 2, 3: 98.90, 98.79, 98.78 % (error 1.18 ± 0.07 %), about three minutes on two cores; its backprop twin, with the same images and schedule, 98.92 %. Repeat with: ffstudio train --preset ff-500.</source>
            <translation>不平移图像时我们最准确的全连接配方，784-500-500：锐度为 5 的对称成对损失，五分之一的像素被丢弃，标签是白像素的三倍强，困难负样本由第一层判断，60 轮次并有冷却。设置是在从训练中留出的 10,000 张图像上选择的；测试集在每轮次后评估，不参与任何选择，以最后一轮次为准。用种子 1、2、3 测得：98.90、98.79、98.78 %（错误率 1.18 ± 0.07 %），双核约三分钟；其反向传播孪生网络用相同图像和日程为 98.92 %。重复：ffstudio train --preset ff-500。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-conv.json" />
            <source>Four convolutions whose channels are shared out among the classes; each class is scored by its own channels' mean square (CwComp, AAAI 2024) and every layer learns by its own cross-entropy. No label in the input, no negative data, one pass per image. Images shifted by up to 2 pixels, turned by up to 10° and zoomed by up to 10 %, 30 epochs. The last layer alone votes; a linear read-out is trained beside it. Measured with seed 1: 99.48 % (error 0.52 %), the read-out 99.44 %, 23 minutes on two cores that other work shared. Repeat with: ffstudio train --preset ff-conv.</source>
            <translation>四个卷积，其通道分配给各类别；每个类别以自己通道的均方评分（CwComp，AAAI 2024），每层按自己的交叉熵学习。输入中没有标签，没有负样本数据，每张图像一次前向。图像最多平移 2 像素、旋转 10°、缩放 10 %，30 轮次。只有最后一层投票；旁边训练一个线性读出。用种子 1 测得：99.48 %（错误率 0.52 %），读出 99.44 %，在与其他工作共享的双核上 23 分钟。重复：ffstudio train --preset ff-conv。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-fast.json" />
            <source>The quickest way to the Keras example's accuracy on 784-500-500: symmetric pair loss with sharpness 10, a label three times as strong as a white pixel, hard negatives judged by the first layer, inputs of mean square 1, Adam whose rate falls evenly to zero over three epochs. All 60,000 training images; the test set chooses nothing. Its time against the Keras example is measured by tests/benchmarks/bench_target.py.</source>
            <translation>以最快方式在 784-500-500 上达到 Keras 示例的准确率：锐度为 10 的对称成对损失，标签是白像素的三倍强，困难负样本由第一层判断，输入均方为 1，Adam 的学习率在三个轮次内均匀降到零。全部 60,000 张训练图像；测试集不参与任何选择。它相对 Keras 示例的用时由 tests/benchmarks/bench_target.py 测量。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-recurrent.json" />
            <source>Top-down connections: for eight frames every layer of 784-500-500 sees the layers below and above it, the top layer the label (Hinton 2022, 4.4; published 98.69 % after 60 epochs). Measured with seed 1: 96.28 % after these 3 epochs, one minute on two cores; more epochs were not measured. Repeat with: ffstudio train --preset ff-recurrent.</source>
            <translation>自上而下的连接：在八帧中，784-500-500 的每一层都看到其上下的层，顶层看到标签（Hinton 2022，4.4；已发表 60 轮次后 98.69 %）。用种子 1 测得：这 3 轮次后 96.28 %，双核一分钟；未测更多轮次。重复：ffstudio train --preset ff-recurrent。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-shifts.json" />
            <source>784-1000-1000 with images shifted by up to 2 pixels, 60 epochs: symmetric pair loss with sharpness 10, hard negatives judged by the first layer. Published: 99.36 % with 4 × 2000 after 500 epochs (Hinton 2022). Measured with seed 1: 99.15 % (error 0.85 %), eight minutes on two cores. Repeat with: ffstudio train --preset ff-shifts.</source>
            <translation>784-1000-1000，图像最多平移 2 像素，60 轮次：锐度为 10 的对称成对损失，困难负样本由第一层判断。已发表：4 × 2000 在 500 轮次后 99.36 %（Hinton 2022）。用种子 1 测得：99.15 %（错误率 0.85 %），双核八分钟。重复：ffstudio train --preset ff-shifts。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-spatial.json" />
            <source>Four convolutions; the mean squares of patches of each channel, multiplied with a matrix that is drawn at random and never learns, score the classes, and every layer learns by its own cross-entropy (ASGE, arXiv 2509.12394). Channels are normalised place by place, pooling is by the root mean square. No label in the input, no negative data, one pass per image; layers 2 to 4 vote. Images shifted by up to 2 pixels, turned by up to 10° and zoomed by up to 10 %, 30 epochs. Measured in short so far, images as they are: 10,004 training images, 3 epochs, seed 1, 95.84 % of 10,004 held-back training images (error 4.16 %). Repeat that with: ffstudio train --preset ff-spatial --set data.subset=0.3333334 --set data.validation=0.5 --set data.shift=0 --set data.rotation=0 --set data.zoom=0 --epochs 3 --no-record. The whole run has not been measured yet.</source>
            <translation>四个卷积；每个通道各图块的均方乘以一个随机取得且从不学习的矩阵，为各类别评分，每层按自己的交叉熵学习（ASGE，arXiv 2509.12394）。通道逐位置归一化，池化取均方根。输入中没有标签，没有负样本数据，每张图像一次前向；第 2 到 4 层投票。图像最多平移 2 像素、旋转 10°、缩放 10 %，30 轮次。目前只短测过，图像保持原样：10,004 张训练图像，3 轮次，种子 1，10,004 张留出训练图像上 95.84 %（错误率 4.16 %）。重复：ffstudio train --preset ff-spatial --set data.subset=0.3333334 --set data.validation=0.5 --set data.shift=0 --set data.rotation=0 --set data.zoom=0 --epochs 3 --no-record。完整运行尚未测量。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-threshold.json" />
            <source>Goodness parts around a threshold: the recipe of side-by-side with Hinton's logistic loss around θ = 2 instead of the pair loss, 784-500-500, both nets in step. Measured with seed 1 after its 10 epochs, 37 s on two cores that other work shared: positive and negative goodness of 1,000 test images overlap by 3.4 % in layer 1 and 2.6 % in layer 2, AUC 0.999 in both, at 97.74 % test accuracy; side-by-side in its first minute by 69.3 and 22.5 %, AUC 0.709 and 0.957, at 98.28 %. Repeat with: python tests/benchmarks/bench_parting.py.</source>
            <translation>优度在阈值两侧分开：采用 side-by-side 的配方，但以 Hinton 的围绕 θ = 2 的逻辑损失代替成对损失，784-500-500，两个网络同步。用种子 1 在 10 轮次后测得（与其他工作共享的双核上 37 秒）：1,000 张测试图像的正负优度在第 1 层重叠 3.4 %、第 2 层 2.6 %，两层 AUC 均为 0.999，测试准确率 97.74 %；side-by-side 在第一分钟为 69.3 和 22.5 %，AUC 0.709 和 0.957，测试准确率 98.28 %。重复：python tests/benchmarks/bench_parting.py。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/ff-unsupervised.json" />
            <source>No labels in the hidden layers: three layers of 1000 units learn to tell images from hybrids of two images mixed by a blurred mask (Hinton 2022, 3.2; published 98.63 % with 4 × 2000 after 100 epochs), while a linear read-out on the upper two learns to classify. Measured with seed 1: 98.02 % after 20 epochs (error 1.98 %), five minutes on two cores. Repeat with: ffstudio train --preset ff-unsupervised.</source>
            <translation>隐藏层中没有标签：三个 1000 单元的层学习区分图像与由模糊掩模混合的两张图像（Hinton 2022，3.2；已发表 4 × 2000 在 100 轮次后 98.63 %），上面两层的线性读出则学习分类。用种子 1 测得：20 轮次后 98.02 %（错误率 1.98 %），双核五分钟。重复：ffstudio train --preset ff-unsupervised。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/hinton-2022.json" />
            <source>Hinton's published Matlab recipe in this studio's terms: 3 × 1000 ReLU, sum of squares with a threshold of one per unit, root-mean-square normalisation, hard negatives, peer normalisation 0.03, momentum 0.9, cool-down, and a linear read-out; the first layer does not vote. Differs in that negatives are drawn from the net's own goodness instead of the read-out's softmax. Published 98.53 %; takes about half an hour on two cores and was not trained to the end for this release.</source>
            <translation>以本工作室的术语表达 Hinton 发表的 Matlab 配方：3 × 1000 ReLU，平方和与每单元为一的阈值，均方根归一化，困难负样本，同伴归一化 0.03，动量 0.9，冷却，以及线性读出；第一层不投票。不同之处在于负样本取自网络自己的优度，而不是读出的 softmax。已发表 98.53 %；双核约需半小时，此版本未训练到底。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/keras-ff.json" />
            <source>The Keras example 'forwardforward' exactly: full batch of 60,000, 50 updates of layer 1 and then of layer 2 per epoch, Adam 0.03, threshold 1.5. Published: FinalLoss 0.7247, 0.7089, 0.6978, 0.6827, 0.6644 in epochs 1-5 and 97.56 % test accuracy after 250 epochs. This recipe alone shuffles the labels for its negatives, so about 1 in 10 negatives carries its true label. The loss shown per epoch is the example's FinalLoss, a mean over all epochs so far.</source>
            <translation>与 Keras 示例 'forwardforward' 完全一致：60,000 的全批量，每轮次先更新第 1 层 50 次，再更新第 2 层，Adam 0.03，阈值 1.5。已发表：第 1–5 轮次 FinalLoss 0.7247、0.7089、0.6978、0.6827、0.6644，250 轮次后测试准确率 97.56 %。只有此配方通过打乱标签得到负样本，因此约十分之一的负样本带有其真实标签。每轮次显示的损失是示例的 FinalLoss，即迄今所有轮次的平均。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/mono-forward.json" />
            <source>784-1000-1000-1000, each layer with a learnt matrix that makes a score of every class from its activities (Mono-Forward, arXiv 2501.09238): cross-entropy in every layer, dropout 0.1 between them, Adam, no label in the input, no negative data, one pass per image. All layers vote. Measured in short so far: 10,004 training images, 3 epochs, seed 1, 95.71 % of 10,004 held-back training images (error 4.29 %). Repeat that with: ffstudio train --preset mono-forward --set data.subset=0.3333334 --set data.validation=0.5 --epochs 3 --no-record. The whole run of 8 epochs on all images has not been measured yet.</source>
            <translation>784-1000-1000-1000，每层带一个可学习的矩阵，由活动得出每个类别的得分（Mono-Forward，arXiv 2501.09238）：每层交叉熵，层间 dropout 0.1，Adam，输入中没有标签，没有负样本数据，每张图像一次前向。所有层投票。目前只短测过：10,004 张训练图像，3 轮次，种子 1，10,004 张留出训练图像上 95.71 %（错误率 4.29 %）。重复：ffstudio train --preset mono-forward --set data.subset=0.3333334 --set data.validation=0.5 --epochs 3 --no-record。在全部图像上 8 轮次的完整运行尚未测量。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/numpy-cnn.json" />
            <source>The classic small CNN of the NumPy teaching frameworks: Conv 20×9×9 ReLU, AvgPool 2, Flatten, Dense 100 ReLU, softmax, no biases (202,620 weights). Plain SGD, learning rate 0.01, batch 32, 3 epochs on MNIST. Saves in the NumPy CNN framework's layout too.</source>
            <translation>NumPy 教学框架的经典小型 CNN：Conv 20×9×9 ReLU，AvgPool 2，Flatten，Dense 100 ReLU，softmax，无偏置（202,620 个权重）。普通 SGD，学习率 0.01，批量 32，在 MNIST 上 3 轮次。也可保存为 NumPy CNN 框架的布局。</translation>
        </message>
        <message>
            <location filename="../../resources/presets/side-by-side.json" />
            <source>Forward-Forward and backprop learn MNIST side by side: 784-500-500, same initial weights, same mini-batches. One tenth of the training images is held back to judge both while they learn.</source>
            <translation>Forward-Forward 和反向传播并排学习 MNIST：784-500-500，相同的初始权重，相同的小批量。十分之一的训练图像留出，用于在学习时评估两者。</translation>
        </message>
    </context>
</TS>
