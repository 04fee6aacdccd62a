/// Characters with readings that differ in more than the tone, the commonest reading first, in
/// Simplified form; *ü* is written `u`. The readings are those of words, names and places in use;
/// what only a dictionary of old texts has is left out.
enum PinyinTable {
  static let readings = """
    阿a/e 呵he/a/ke 腌yan/a 艾ai/yi 拗ao/niu/yao 凹ao/wa 扒ba/pa 罢ba/pi 柏bai/bo 伯bo/bai/ba
    百bai/bo 般ban/bo/pan 膀bang/pang 磅bang/pang 蚌bang/beng 炮pao/bao 刨bao/pao 剥bao/bo
    薄bao/bo 堡bao/bu/pu 暴bao/pu 曝pu/bao 瀑pu/bao 贲ben/bi 辟pi/bi 臂bi/bei 秘mi/bi 泌mi/bi
    裨bi/pi 便bian/pian 扁bian/pian 骠biao/piao 屏ping/bing 泊bo/po 卜bu/bo 埔pu/bu 拚pan/pin
    槟bin/bing 魄po/bo/tuo 番fan/pan 繁fan/po 蕃fan/bo 胖pang/pan 参can/shen/cen 藏cang/zang
    曾ceng/zeng 噌ceng/cheng 查cha/zha 楂zha/cha 碴cha/zha 差cha/chai/ci 喳zha/cha 拆chai/ca
    掺chan/can/shan 禅chan/shan 单dan/chan/shan 颤chan/zhan 孱chan/can 长chang/zhang
    厂chang/an 倘tang/chang 朝chao/zhao 嘲chao/zhao 车che/ju 尺chi/che 称cheng/chen
    盛sheng/cheng 乘cheng/sheng 澄cheng/deng 晟sheng/cheng 匙chi/shi 重zhong/chong
    种zhong/chong 臭chou/xiu 仇chou/qiu 畜chu/xu 褚chu/zhu 传chuan/zhuan 椎zhui/chui 伺si/ci
    兹zi/ci 攒zan/cuan 撮cuo/zuo 卒zu/cu 衰shuai/cui 囱cong/chuang 绰chuo/chao 啜chuo/chuai
    焯zhuo/chao 幢chuang/zhuang 橙cheng/chen 裳chang/shang 侧ce/zhai 坻di/chi 嚓ca/cha
    剿jiao/chao 枞cong/zong 大da/dai/tai 沓ta/da 弹dan/tan 石shi/dan 澹dan/tan 叨dao/tao
    得de/dei 的de/di 地di/de 底di/de 翟zhai/di 提ti/di 调diao/tiao 铫diao/yao 町ting/ding
    丁ding/zheng 铤ting/ding 侗dong/tong 恫dong/tong 洞dong/tong 都du/dou 读du/dou 度du/duo
    顿dun/du 囤tun/dun 敦dun/dui 沌dun/zhuan 驮tuo/duo 堆dui/zui 恶e/wu 欸ai/ei/e 诶ei/e/xi
    嗯en/ng/n 儿er/r 房fang/pang 费fei/bi 否fou/pi 佛fo/fu/bi 脯fu/pu 冯feng/ping 莩fu/piao
    芾fei/fu 拂fu/bi 枹bao/fu 咖ka/ga 伽jia/qie/ga 夹jia/ga 盖gai/ge 芥jie/gai 干gan/qian
    扛kang/gang 镐gao/hao 合he/ge 蛤ha/ge 颌he/ge 给gei/ji 颈jing/geng 红hong/gong 句ju/gou
    枸gou/ju 谷gu/yu 鹄hu/gu 贾jia/gu 纶lun/guan 莞guan/wan 矜jin/guan/qin 龟gui/jun/qiu
    鳜gui/jue 柜gui/ju 炔que/gui 桧gui/hui 涡wo/guo 呱gua/gu 广guang/an 会hui/kuai 刽gui/kuai
    虾xia/ha 还hai/huan 咳ke/hai 颏ke/hai 吭keng/hang 行xing/hang/heng 巷xiang/hang
    桁heng/hang 貉he/hao/mo 和he/huo/hu/huan 核he/hu 吓xia/he 哼heng/hng 虹hong/jiang 唬hu/xia
    戏xi/hu 浒hu/xu 滑hua/gu 豁huo/hua 徊huai/hui 圜yuan/huan 浣huan/wan 郇xun/huan 珲hui/hun
    荤hun/xun 溃kui/hui 缉ji/qi 期qi/ji 奇qi/ji 其qi/ji 系xi/ji 稽ji/qi 亟ji/qi 诘jie/ji 革ge/ji
    借jie/ji 偈ji/jie 家jia/jie/gu 茄qie/jia 价jia/jie 浅qian/jian 见jian/xian 槛kan/jian
    降jiang/xiang 强qiang/jiang 将jiang/qiang 角jiao/jue 觉jue/jiao 校xiao/jiao 嚼jiao/jue
    侥jiao/yao 缴jiao/zhuo 解jie/xie 桔ju/jie 楷kai/jie 劲jin/jing 咀ju/zui 圈quan/juan
    卷juan/quan 隽juan/jun 噱xue/jue 筠yun/jun 均jun/yun 浚jun/xun 咯ka/luo/ge/lo 卡ka/qia
    阚kan/han 壳ke/qiao 可ke/ge 克ke/kei 适shi/kuo 匮gui/kui 腊la/xi 蜡la/zha 落luo/la/lao
    烙lao/luo 络luo/lao 姥lao/mu 勒le/lei 乐le/yue/lao/yao 了le/liao 肋lei/le 鬲ge/li 栎li/yue
    俩lia/liang 靓liang/jing 潦liao/lao 蓼liao/lu 六liu/lu 陆lu/liu 碌lu/liu 弄nong/long
    露lu/lou 偻lou/lu 率lu/shuai 捋lu/luo 棱leng/ling 泷long/shuang 漯luo/ta 跞li/luo 脉mai/mo
    埋mai/man 蔓man/wan 氓mang/meng 冒mao/mo 没mei/mo 糜mi/mei 谜mi/mei 模mo/mu 摩mo/ma 抹mo/ma
    无wu/mo 万wan/mo 牟mou/mu 缪mou/miao/miu/mu 宓mi/fu 么me/mo/ma/yao 嘿hei/mo
    黾min/meng/mian 渑mian/sheng 哪na/nei/ne 那na/nei/nuo 娜na/nuo 南nan/na 难nan/nuo 呢ne/ni
    粘zhan/nian 尿niao/sui 鸟niao/diao 疟nue/yao 女nu/ru 喏nuo/re 呐na/ne 蔫nian/yan 区qu/ou
    喔wo/o 哦o/e 迫po/pai 坏huai/pi/pei 朴pu/piao/po 陂bei/po/pi 逢feng/pang 栖qi/xi 俟si/qi
    蹊qi/xi 荠ji/qi 铅qian/yan 嵌qian/kan 茜qian/xi 纤xian/qian 雀que/qiao 鞘qiao/shao
    契qi/xie/qie 覃tan/qin 亲qin/qing 券quan/xuan 湫qiu/jiao 若ruo/re 塞sai/se 色se/shai
    刹sha/cha 厦xia/sha 莎sha/suo 杉shan/sha 掸dan/shan 栅zha/shan/ce 汤tang/shang 召zhao/shao
    勺shao/zhuo 葚shen/ren 折zhe/she 蛇she/yi 射she/ye/yi 拾shi/she 什shen/shi
    身shen/juan/yuan 沈shen/chen 椹zhen/shen 莘shen/xin 省sheng/xing 识shi/zhi 食shi/si/yi
    似si/shi 氏shi/zhi 殖zhi/shi 峙zhi/shi 熟shu/shou 属shu/zhu 术shu/zhu 数shu/shuo/cu
    说shuo/shui/yue 谁shui/shei 思si/sai 宿su/xiu 缩suo/su 孙sun/xun 忪song/zhong 拓tuo/ta
    塔ta/da 陶tao/yao 褪tui/tun 屯tun/zhun 铊ta/tuo 尾wei/yi 遗yi/wei 亡wang/wu 隗wei/kui
    尉wei/yu 蔚wei/yu 洗xi/xian 铣xi/xian 县xian/xuan 削xiao/xue 叶ye/xie 邪xie/ye 血xue/xie
    挟xie/jia 颉xie/jie 信xin/shen 荥xing/ying 许xu/hu 吁xu/yu 圩wei/xu 轧zha/ya/ga 咽yan/ye
    殷yin/yan 烟yan/yin 阏e/yan 约yue/yao 钥yao/yue 拽zhuai/ye 育yu/yo 粥zhou/yu 员yuan/yun
    熨yun/yu 扎zha/za 咋za/ze/zha 仔zi/zai 择ze/zhai 柞zuo/zha 着zhe/zhao/zhuo/zhu 爪zhua/zhao
    这zhe/zhei 征zheng/zhi 吱zhi/zi 转zhuan/zhuai 赚zhuan/zuan 琢zhuo/zuo 综zong/zeng 足zu/ju
    凿zao/zuo 宛wan/yuan 歙she/xi 犍jian/qian 仿fang/pang 只zhi/qi 于yu/wu 娄lou/lu 令ling/lian
    纥he/ge 靡mi/mo 耙ba/pa 芫yan/yuan 峒dong/tong 拶za/zan 呒wu/m 厕ce/si 趄qie/ju 挲suo/sa/sha
    蛸xiao/shao 涌yong/chong 铛dang/cheng 哕yue/hui 溺ni/niao 俞yu/shu 僮tong/zhuang 咱zan/za
    呗bei/bai 嗒da/ta 鹘hu/gu 夯hang/ben 戌xu/qu 弟di/ti 恁nen/nin/ren 苕shao/tiao 湮yan/yin
    荨qian/xun 疸dan/da 芍shao/que 苣ju/qu 酢zuo/cu 末mo/me 酪lao/luo 佃dian/tian 佚yi/die
    傀kui/gui 吽hong/hou/ou 堤di/ti 奘zang/zhuang 娩mian/wan 崴wai/wei 忒te/tei/tui
    戆gang/zhuang 扳ban/pan 挝wo/zhua 杷pa/ba 棹zhao/zhuo 栝gua/kuo 栉zhi/jie 浜bang/bin
    渠qu/ju 溱qin/zhen 炅jiong/gui 玟wen/min 甬yong/tong 疋pi/ya/shu 荡dang/tang 砌qi/qie
    硐dong/tong 祢mi/ni 祭ji/zhai 窨yin/xun 竺zhu/du 胳ge/ga 脚jiao/jue 螫shi/zhe 褶zhe/xi
    岂qi/kai 辙zhe/che 郄qie/xi/que 郗xi/chi 钿dian/tian 镡chan/tan/xin 嬷mo/ma 骑qi/ji
    骀dai/tai 龈yin/ken 麇jun/qun 樘tang/cheng 蚵ke/he/e 呲ci/zi 啁zhou/zhao 崭zhan/chan
    缀zhui/chuo 畲she/yu 阇she/du 繇yao/you/zhou 啴tan/chan 筊jiao/xiao 裼xi/ti 靬jian/qian
    嬛huan/xuan/qiong 佝gou/kou 呔dai/tai 呷xia/ga 焘tao/dao 绦tao/di 玢bin/fen 袷jia/qia
    觜zui/zi 跂qi/zhi 睥pi/bi 呶nao/nu 咥die/xi 囝nan/jian 悝kui/li 慊qian/qie 揲she/die
    擿ti/zhi 楯dun/shun 洇yin/yan 趵bao/bo 踅xue/chi 钯ba/pa 隩ao/yu 餲ai/he 骱jie/xie
    杓biao/shao 扢gu/xi 佴nai/er 偲cai/si 倞jing/liang 剡shan/yan 呙guo/wai 唝gong/hong 嗄sha/a
    嘏gu/jia 垺fu/pou 埏shan/yan 弸peng/beng 掞shan/yan 栟ben/bing 桲po/bo 楛hu/ku 欹qi/yi
    濯zhuo/zhao 穈mei/men 綮qi/qing 翛xiao/shu 芘bi/pi 荑ti/yi 菑zai/zi 蓂ming/mi 跕dian/die
    踆cun/qun 鄚mao/mo 酖dan/zhen 钑sa/ji 缲qiao/sao 氿jiu/gui 尨mang/pang 仡ge/yi 伧cang/chen
    崒zu/cui 怫fu/fei 敧qi/ji 沩wei/gui 浍hui/kuai 纚li/xi 罿chong/tong 蛣jie/qi 括kuo/gua
    掴guai/guo 唛mai/ma 乜mie/nie 傍bang/pang 寻xun/xin
    """
}
