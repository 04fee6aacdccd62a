/// Han characters that are mistaken for each other because they look alike.
///
///     SimilarForms.alike("己", "已")  // true
///     SimilarForms.alike("侯", "候")  // true
///     SimilarForms.alike("银", "药")  // false
///
/// The groups are in Simplified form; Traditional characters are compared by theirs.
package enum SimilarForms {
  /// Whether two different characters stand together in a group.
  package static func alike(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    let first = ScriptVariants.simplified(first)
    let second = ScriptVariants.simplified(second)
    guard first != second, let groups = groupsOfCharacter[first.value],
      let others = groupsOfCharacter[second.value]
    else { return false }
    return groups.contains { others.contains($0) }
  }

  /// The groups, by their place in the table, that each character stands in.
  private static let groupsOfCharacter: [UInt32: [Int]] = {
    var places: [UInt32: [Int]] = [:]
    for (place, group) in groups.split(whereSeparator: \.isWhitespace).enumerated() {
      for scalar in group.unicodeScalars { places[scalar.value, default: []].append(place) }
    }
    return places
  }()

  /// Groups parted by spaces; a character may stand in several.
  private static let groups = """
    己已巳 未末 土士 日曰 戊戌戍戎戒 管菅官 侯候 竟竞 场埸 茶荼 拔拨 博搏膊薄缚傅 辨辩辫瓣 撤撒 科料 网冈 治冶 蓝篮 监盐
    览揽 理埋 历厉 折拆析 栽裁载戴 州洲 部陪倍培 瞥督 人入八 大太犬夫天 千干于 午牛 刀刁 万方 王玉主 由田甲申电 目自且
    木术本 来耒 兔免 鸟乌岛 九丸 厂广 几凡 风凤 贝见 待恃持侍 抢抡 仑仓 令今 全金 史吏 市布 代伐 斤斥 外处 卯卵 孤狐弧
    母毋每 氏氐民 低抵底邸 波坡披破 坏怀杯 很恨狠 狼浪粮 即既 圆园 困因囚固 贫贪 购构拘沟 钩钓 均钧 淮准谁 推堆椎雄 歉谦
    嫌赚 郎朗 良艮 真直 值植殖 检验险俭捡脸剑 经径轻劲 技枝 抄炒沙吵 妙秒 抗坑杭航 沾粘 招绍沼诏 冷泠 冲仲 哀衰衷 壁璧臂
    僻避譬 暴爆瀑曝 慕墓幕暮募 早旱 易昜 赐踢锡惕 扬杨肠 汤荡 阳阴 陈阵 降隆 随堕隋 责债 货贷贸 赔陪 贡负 常赏党堂 宇字学
    宜宣 官宫 客容 塞寨赛 察擦 密蜜 帅师 帐账 帖贴 幻幼 庄压 席度 延廷 弟第 徒徙 微徽 侮悔海 语悟 情清请晴睛精 惜借措错
    贯惯 愉偷输榆 慢漫 懂董 我找 咸威戚 扁偏编遍篇 份扮纷粉 投设役没 报服 但担坦 特持 桃挑 济挤 挥辉 振震 损捐 授受 凉谅掠
    深探 描苗 插播 滴摘嫡 遥摇谣 燥躁操澡 政攻改收 敢取 整正 期斯 新薪 继断 旅施族旋 元无 概慨 昌冒 明朋 春奏泰秦 昨作
    显湿 晓烧浇饶绕 晋普 暂渐 暖缓援 极级 松枪 杉彩 柱住注往 剌刺 束柬 练炼 矛予 查杳 姑枯 拦栏 样祥详 核该孩骇 格络 桂挂
    梁粱染 棋旗 捧棒 综棕踪 倚椅 榜傍 模摸膜 横黄 象像橡 欢欣 止正 涉步 歼纤 列例 株殊珠 残线钱浅栈 暇假 殷般 毁毅 华毕桦
    气汽 永水冰 汗汁污 汇江 池地 泊拍 结洁 洗冼 活话 流硫琉 测侧 浸侵 稍消销 涂徐 温湿 港巷 渴喝揭 慈滋磁 满瞒 飘漂
    激缴邀 灰炭 灵炙灸 矩炬距拒 泡炮抱袍 热势 焦集 煤媒谋 瓜爪 片爿 碑牌 勿物 状壮 犯范 狭峡挟 现观规 珍诊 斑班 球救 端瑞
    璃漓 瓶拼 甘廿 用甩 男勇 疗辽 痛通 凳登 百白 凰皇 盆贫 益盖 省看 盾循 眠眼 轶铁 叔督 瞻赡檐 码妈 研妍 确角 碗腕
    磨摩魔 社杜 租组阻祖 况祝 票粟栗 副福幅富 季李秀 利私 积识织职 税说锐 稀希 隐稳 究穷 竖坚 章童 兢竞 符苻 笨苯 塔搭
    箱厢 糊湖蝴 系糸 素索紊 纪记 纯钝 纳讷 终纵 绘给 统流 绩续 绳蝇 绿录禄 罐灌 暑署 羡美羔 郡群 翻番 老考孝 聘骋 育盲
    启肩 背肯 胃冒 胆担胜 饱胞 熊能 指脂 脑恼 腊借 复腹夏 臣巨 臭息 到致 舍含 荣劳 莱菜 获茯 蒙家 畜蓄 蔬疏 虎虑 虹红
    蛋蚕 融隔 血皿 衔街 衡横 衣农 袋裂 课裸 西酉 要耍 解懈 订计 认从 仪议 迅讯 颂讼 论沦 诉拆 译泽择释 诚成 诞延 询洵徇
    透诱 谱普 互五 财材 贩败 贱溅 脏赃 赶赴 超越 跌铁 蹈踏 东车 乐东 执轨 传转 抽轴油 俩辆 辛幸 迈边 近返 追迫 迷述
    途徒 逐遂 逢锋峰烽 遣遗 遭槽 邮油 领邻 效郊 酌配 洒酒 采彩 野墅 纲钢刚 铝侣 绵锦棉 健键 镇填 镜境 长张 门们 闪闭
    问间 闯闰 防访妨仿 附付 际标 凌陵棱 陶淘 隶录 两雨 雪雷 需儒 宵霄 霜露 非韭 顷项顶 须顺 预颂颁 额颜 颠颤 饮饭 驶驰
    架驾 骄娇 享亨 鸣呜 墨黑 尤龙 优忧扰 汨汩 沏砌 崇祟 赢羸嬴 盲肓 茂荗 荫萌 肄肆 瑕暇遐 陡徒 迥炯 侗恫 券卷 拴栓 烁砾
    谛缔 涣焕换 烩绘 诣脂 桩椿 膺赝 诧咤 偿尝 瞄描 辍缀 掇辍 榷确
    """
}
