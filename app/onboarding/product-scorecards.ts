import type { Band, Criterion, Level, Scorecard, Words } from './scorecard';

/*
 * The templates that come with the product. They may be revised like any other: a revision is a version of its own, and
 * what was assessed with an earlier one keeps it.
 */

const say = (en: string, zh: string): Words => ({ en, zh });
const none = say('', '');

/** Levels from 1 upwards. */
const rising = (...names: Words[]): Level[] =>
  names.map((name, index) => ({ points: String(index + 1), name }));

type Judged = {
  name: Words;
  weight: string;
  levels: Level[];
  guidance?: Words;
  evidence?: Words;
  knockOut?: string;
  free?: boolean;
};

function criteria(prefix: string, ...judged: Judged[]): Criterion[] {
  return judged.map(
    ({ knockOut = null, free = false, guidance = none, evidence = none, ...each }, index) => ({
      key: `${prefix}${index + 1}`,
      ...each,
      free,
      knockOut,
      guidance,
      evidence,
    }),
  );
}

const bands: Band[] = [
  {
    from: '0',
    result: 'disqualified',
    entails: say(
      'Not let in. It may be assessed anew once what was missing is there.',
      '不予准入。补齐短板后可重新评估。',
    ),
  },
  {
    from: '60',
    result: 'conditional',
    entails: say(
      'Let in with conditions, each with an owner and a date; no strategic volume until they are met.',
      '附条件准入，每项条件明确责任人和期限；条件完成前不承接战略业务量。',
    ),
  },
  {
    from: '75',
    result: 'qualified',
    entails: say('Let in for the services assessed.', '准予承接所评估的服务。'),
  },
];

/** The five dimensions in which running service providers are usually compared. */
const fiveDimensions: Scorecard = {
  name: say('Five dimensions', '五维度评分卡'),
  about: say(
    'Service capability, price, stability, technical compatibility and response speed: for comparing providers of one service.',
    '服务能力、价格、稳定性、技术兼容性与响应速度：用于比较同一服务的多家供应商。',
  ),
  minimumAnswered: '80',
  differenceLimit: '25',
  bands,
  dimensions: [
    {
      key: 'capability',
      name: say('Service capability', '服务能力'),
      weight: '30',
      criteria: criteria(
        'capability',
        {
          name: say('Coverage and capacity', '覆盖与产能'),
          weight: '40',
          levels: rising(
            say('Covers less than half of the places asked for', '覆盖不足所需地点的一半'),
            say('Covers most places, through others', '覆盖大部分地点，主要依赖分包'),
            say('Covers all places, no room for peaks', '覆盖全部地点，无高峰余量'),
            say('Covers all places with a fifth in reserve', '覆盖全部地点，余量达两成'),
            say('Covers all places, doubles within a month', '覆盖全部地点，一个月内可翻倍'),
          ),
          guidance: say(
            'Compare the offerings by market with the volume of our busiest month.',
            '将各市场供应项与我方最高峰月份的业务量比较。',
          ),
          evidence: say('Site list, capacity by month', '网点清单、分月产能'),
        },
        {
          name: say('Experience in the service', '服务经验'),
          weight: '30',
          levels: rising(
            say('New to the service', '首次开展此类服务'),
            say('Under two years, one customer', '不足两年，仅一家客户'),
            say('Two to five years, several customers', '两至五年，多家客户'),
            say('Over five years with references of our size', '五年以上，有同规模客户推荐'),
            say('Leads its market; references confirm it', '市场领先，推荐方予以证实'),
          ),
          evidence: say('Two references we have spoken to', '两家已实际访谈的推荐客户'),
        },
        {
          name: say('People and training', '人员与培训'),
          weight: '30',
          levels: rising(
            say('No training, turnover unknown', '无培训，流失率不明'),
            say('Induction only', '仅有入职培训'),
            say('Training plan, turnover under 40% a year', '有培训计划，年流失率低于 40%'),
            say('Certified staff, turnover under 25%', '持证上岗，年流失率低于 25%'),
            say('Academy of its own, turnover under 15%', '自有培训学院，年流失率低于 15%'),
          ),
          evidence: say('Training record, turnover by quarter', '培训记录、分季度流失率'),
        },
      ),
    },
    {
      key: 'price',
      name: say('Price', '价格'),
      weight: '25',
      criteria: criteria(
        'price',
        {
          name: say('Unit price against the market', '单价与市场比较'),
          weight: '60',
          levels: rising(
            say('More than 20% above the median offer', '高于报价中位数 20% 以上'),
            say('5 to 20% above', '高于 5% 至 20%'),
            say('Within 5% of it', '与中位数相差 5% 以内'),
            say('5 to 15% below', '低于 5% 至 15%'),
            say('More than 15% below, with a costing that holds', '低于 15% 以上，且成本构成可信'),
          ),
          guidance: say(
            'Use total cost per unit at our volume, in one currency at the dated rate.',
            '按我方业务量计算单位总成本，按当日汇率折算为同一币种。',
          ),
          evidence: say('Price sheet, cost breakdown', '报价单、成本构成'),
        },
        {
          name: say('Terms and transparency', '条款与透明度'),
          weight: '40',
          levels: rising(
            say('Prices open-ended, surcharges at will', '价格不封顶，可任意加收附加费'),
            say('Surcharges listed, no cap', '列明附加费，无上限'),
            say('Fixed for a year, surcharges capped', '一年内固定，附加费封顶'),
            say('Indexed by a public figure, payment in 45 days', '与公开指数挂钩，账期 45 天'),
            say('Open book, gains shared, payment in 60 days', '开放成本，收益共享，账期 60 天'),
          ),
        },
      ),
    },
    {
      key: 'stability',
      name: say('Stability', '稳定性'),
      weight: '20',
      criteria: criteria(
        'stability',
        {
          name: say('Financial standing', '财务状况'),
          weight: '50',
          knockOut: '2',
          levels: rising(
            say('Insolvent, in default or accounts withheld', '资不抵债、违约或拒绝提供报表'),
            say('Losses in two of three years', '三年中两年亏损'),
            say(
              'Breaks even; we are under a third of its sales',
              '盈亏平衡，我方占其收入不足三分之一',
            ),
            say('Profitable, audited, low debt', '盈利，报表经审计，负债较低'),
            say('Strong: rated, or parent stands in', '实力雄厚：有评级或母公司担保'),
          ),
          evidence: say('Accounts of the last three years', '近三年财务报表'),
        },
        {
          name: say('Continuity', '业务连续性'),
          weight: '50',
          levels: rising(
            say('No plan for a failure', '无应急预案'),
            say('Plan on paper', '仅有书面预案'),
            say('Plan tested within two years', '两年内演练过预案'),
            say('Second site, tested within a year', '有第二场所，一年内演练过'),
            say(
              'Fails over within our recovery time, shown to us',
              '可在恢复时限内切换，并已向我方演示',
            ),
          ),
          evidence: say('Continuity plan, record of the last test', '连续性计划、最近一次演练记录'),
        },
      ),
    },
    {
      key: 'technology',
      name: say('Technical compatibility', '技术兼容性'),
      weight: '15',
      criteria: criteria(
        'technology',
        {
          name: say('Integration', '系统对接'),
          weight: '50',
          levels: rising(
            say('Mail and spreadsheets', '邮件与表格'),
            say('File exchange on request', '按需交换文件'),
            say('Scheduled files in our format', '按我方格式定时交换文件'),
            say('Documented API, test system', '有接口文档和测试环境'),
            say('Events in real time, proven with us', '实时事件推送，已与我方联调验证'),
          ),
        },
        {
          name: say('Data protection and security', '数据保护与安全'),
          weight: '50',
          knockOut: '2',
          levels: rising(
            say('No measures for the data concerned', '对所涉数据无任何保护措施'),
            say('Basic measures, none verified', '基本措施，未经验证'),
            say('Policies in force, yearly self-assessment', '制度已实施，每年自评'),
            say('ISO 27001 or SOC 2 for the service', '服务范围持有 ISO 27001 或 SOC 2'),
            say('Certified, tested from outside, no open findings', '持证并经外部测试，无未结问题'),
          ),
          evidence: say('Certificate or report, with its scope', '证书或报告及其适用范围'),
        },
      ),
    },
    {
      key: 'response',
      name: say('Response speed', '响应速度'),
      weight: '10',
      criteria: criteria(
        'response',
        {
          name: say('Reaction to incidents', '事件响应'),
          weight: '60',
          levels: rising(
            say('No hours named', '未约定服务时间'),
            say('Office hours, within a day', '工作时间内，一天内响应'),
            say('Within four hours, every day', '每天四小时内响应'),
            say('Within one hour, round the clock', '全天候一小时内响应'),
            say('Within 15 minutes, with a named duty manager', '15 分钟内，有指定值班经理'),
          ),
        },
        {
          name: say('Set-up time', '上线周期'),
          weight: '40',
          levels: rising(
            say('Over six months', '六个月以上'),
            say('Three to six months', '三至六个月'),
            say('One to three months', '一至三个月'),
            say('Two to four weeks', '两至四周'),
            say('Under two weeks', '两周以内'),
          ),
        },
      ),
    },
  ],
};

/** The full card, for vendors of the upper tiers and whoever is let in for the first time. */
const full: Scorecard = {
  name: say('Full assessment', '全面评估'),
  about: say(
    'Qualification and compliance, expertise, network and resources, cost and terms, contingency: for whoever is let in for the first time.',
    '资质合规、专业能力、网络资源、成本条款与应急保障：用于首次准入。',
  ),
  minimumAnswered: '90',
  differenceLimit: '25',
  bands,
  dimensions: [
    {
      key: 'compliance',
      name: say('Qualification and compliance', '资质与合规'),
      weight: '25',
      criteria: criteria(
        'compliance',
        {
          name: say('Registration and licences', '登记与许可'),
          weight: '40',
          knockOut: '3',
          levels: rising(
            say('Not licensed for the service', '未取得服务所需许可'),
            say('Licence applied for', '许可申请中'),
            say('Licensed in every country asked for', '在所需各国均持有许可'),
            say('Licensed, inspected without findings', '持有许可，检查无问题'),
            say(
              'Licensed, certified beyond what the law asks',
              '持有许可，并取得高于法定要求的认证',
            ),
          ),
          evidence: say('Extract of the register, licences', '工商登记摘录、许可证'),
        },
        {
          name: say('Legal record', '法律记录'),
          weight: '30',
          levels: rising(
            say('Convicted or sanctioned within five years', '五年内被判罚或制裁'),
            say('Proceedings that threaten the firm', '存在危及企业的诉讼'),
            say('Disputes usual for its size', '诉讼数量与规模相称'),
            say('No proceedings above a hundredth of sales', '无超过收入 1% 的诉讼'),
            say('None, confirmed by search', '经查询确认无诉讼'),
          ),
        },
        {
          name: say('Labour and environment', '劳工与环境'),
          weight: '30',
          levels: rising(
            say('Breaches known', '已知违规'),
            say('No policy', '无制度'),
            say('Policy and self-assessment', '有制度并自评'),
            say('Audited by a third party', '经第三方审核'),
            say('Audited along its own supply chain', '审核覆盖其上游供应链'),
          ),
        },
      ),
    },
    {
      key: 'expertise',
      name: say('Expertise', '专业能力'),
      weight: '20',
      criteria: criteria(
        'expertise',
        {
          name: say('Method and quality management', '方法与质量管理'),
          weight: '50',
          levels: rising(
            say('Works from habit', '凭经验作业'),
            say('Written procedures', '有书面规程'),
            say('ISO 9001 or equal, measured monthly', 'ISO 9001 或同等体系，按月度量'),
            say('Causes found and removed, shown by figures', '查明并消除根因，有数据佐证'),
            say('Improves year on year, benchmarks published', '逐年改进并公开对标数据'),
          ),
        },
        {
          name: say('Record with comparable customers', '同类客户业绩'),
          weight: '50',
          levels: rising(
            say('None', '无'),
            say('Promised levels missed for two', '两家客户处未达承诺'),
            say('Meets its levels with most', '多数客户处达标'),
            say('Meets its levels with all asked', '所访客户均达标'),
            say('Exceeds them, and renewed twice', '超出承诺，且两次续约'),
          ),
        },
      ),
    },
    {
      key: 'network',
      name: say('Network and resources', '网络与资源'),
      weight: '20',
      criteria: criteria(
        'network',
        {
          name: say('Own network', '自有网络'),
          weight: '50',
          levels: rising(
            say('Brokers everything', '全部转包'),
            say('Own in one place', '仅一地自营'),
            say('Own in half of the markets', '半数市场自营'),
            say('Own in most, partners under contract', '多数自营，其余为签约伙伴'),
            say('Own throughout, spare equipment', '全程自营，备有富余设备'),
          ),
        },
        {
          name: say('Subcontractors', '分包管理'),
          weight: '50',
          levels: rising(
            say('Not named', '拒绝披露'),
            say('Named on request', '应要求披露'),
            say('Named, bound to our terms', '已披露，并受我方条款约束'),
            say('Assessed yearly by the vendor', '由供应商每年评估'),
            say('Assessed, replaceable, open to our audit', '经评估、可替换、接受我方审核'),
          ),
        },
      ),
    },
    {
      key: 'cost',
      name: say('Cost and terms', '成本与条款'),
      weight: '20',
      criteria: criteria(
        'cost',
        {
          name: say('Total cost', '总成本'),
          weight: '60',
          levels: rising(
            say('Highest of the offers', '报价中最高'),
            say('Above the median', '高于中位数'),
            say('At the median', '处于中位数'),
            say('Below the median', '低于中位数'),
            say('Lowest, with a costing that holds', '最低，且成本构成可信'),
          ),
        },
        {
          name: say('Liability and service credits', '责任与服务抵扣'),
          weight: '40',
          levels: rising(
            say('Excludes both', '均不接受'),
            say('Liability capped below a month’s fee', '责任上限低于一个月费用'),
            say('Cap at a year’s fee, credits accepted', '上限为一年费用，接受抵扣'),
            say('Cap at two years’ fee, credits up to 10%', '上限为两年费用，抵扣可达 10%'),
            say('Our terms without change', '完全接受我方条款'),
          ),
        },
      ),
    },
    {
      key: 'contingency',
      name: say('Contingency', '应急保障'),
      weight: '15',
      criteria: criteria(
        'contingency',
        {
          name: say('Continuity and recovery', '连续性与恢复'),
          weight: '60',
          levels: rising(
            say('No plan', '无预案'),
            say('Plan untested', '预案未演练'),
            say('Tested, recovers within twice our time', '已演练，恢复时间不超过时限两倍'),
            say('Recovers within our time', '在恢复时限内恢复'),
            say('Recovers within half of it, tested with us', '一半时限内恢复，并与我方联合演练'),
          ),
        },
        {
          name: say('Exit and handover', '退出与移交'),
          weight: '40',
          levels: rising(
            say('Refuses to plan it', '拒绝约定'),
            say('Will agree when it comes to it', '届时再议'),
            say('Handover of data agreed', '约定移交数据'),
            say('Three months of parallel running agreed', '约定三个月并行运行'),
            say('Exit plan kept up and tried', '退出计划持续更新并试行'),
          ),
        },
      ),
    },
  ],
};

const measured = (low: Words, middle: Words, high: Words, [a, b, c]: [string, string, string]) => [
  { points: a, name: low },
  { points: b, name: middle },
  { points: c, name: high },
];

/**
 * Satisfaction of those who work with the vendor: Net Promoter Score (Reichheld, “The One Number You Need to Grow”, Harvard
 * Business Review 2003: promoters less detractors, −100 to 100), satisfied customers in percent (CSAT, the top two boxes)
 * and Customer Effort Score (Dixon, Freeman, Toman, “Stop Trying to Delight Your Customers”, HBR 2010; 1 to 7 as in CES 2.0).
 * The index is their weighted mean on 0 to 100.
 */
const satisfaction: Scorecard = {
  name: say('Satisfaction', '满意度'),
  about: say(
    'NPS, CSAT and CES of those who work with the vendor, and their weighted index.',
    '与供应商共事者的 NPS、CSAT、CES 及其加权指数。',
  ),
  minimumAnswered: '60',
  differenceLimit: '25',
  bands,
  dimensions: [
    {
      key: 'satisfaction',
      name: say('Satisfaction index', '满意度指数'),
      weight: '100',
      criteria: criteria(
        'satisfaction',
        {
          name: say('Net Promoter Score', '净推荐值（NPS）'),
          weight: '40',
          free: true,
          levels: measured(
            say('All would advise against it', '全部为贬损者'),
            say('As many for as against', '推荐与贬损相当'),
            say('All would recommend it', '全部为推荐者'),
            ['-100', '0', '100'],
          ),
          guidance: say(
            'Share of 9 and 10 less share of 0 to 6, in percent, from at least ten answers.',
            '9–10 分占比减去 0–6 分占比（百分点），至少十份答卷。',
          ),
        },
        {
          name: say('Satisfied (CSAT)', '满意率（CSAT）'),
          weight: '35',
          free: true,
          levels: measured(
            say('Nobody is satisfied', '无人满意'),
            say('Half are', '半数满意'),
            say('Everybody is', '全部满意'),
            ['0', '50', '100'],
          ),
          guidance: say(
            'Share of 4 and 5 on a scale of five, in percent.',
            '五分制中 4、5 分的占比（%）。',
          ),
        },
        {
          name: say('Ease (CES)', '省力度（CES）'),
          weight: '25',
          free: true,
          levels: measured(
            say('Made it very hard', '非常费力'),
            say('Neither', '一般'),
            say('Made it very easy', '非常省力'),
            ['1', '4', '7'],
          ),
          guidance: say('Mean of the answers, 1 to 7.', '答卷均值，1 至 7。'),
        },
      ),
    },
  ],
};

const gap = (name: Words, weight: string): Judged => ({
  name,
  weight,
  free: true,
  levels: measured(
    say('Six below what is expected', '低于期望 6 分'),
    say('As expected', '与期望一致'),
    say('Six above it', '高于期望 6 分'),
    ['-6', '0', '6'],
  ),
  guidance: say(
    'Mean perception less mean expectation, each from 1 to 7.',
    '感知均值减去期望均值，各按 1 至 7 分。',
  ),
});

/**
 * SERVQUAL gaps in its five dimensions (Parasuraman, Zeithaml, Berry, “SERVQUAL”, Journal of Retailing 64, 1988): perception
 * less expectation, each on 1 to 7, with the weights that its authors found customers to give. Met expectations are 50.
 */
const servqual: Scorecard = {
  name: say('Service quality gaps (SERVQUAL)', '服务质量差距（SERVQUAL）'),
  about: say(
    'Expectation against perception in five dimensions; expectations just met are 50.',
    '五个维度的期望与感知之差；恰好达到期望为 50 分。',
  ),
  minimumAnswered: '80',
  differenceLimit: '25',
  bands: [
    {
      from: '0',
      result: 'disqualified',
      entails: say(
        'Expectations are missed by far: improve or leave.',
        '远低于期望：限期改进或退出。',
      ),
    },
    {
      from: '40',
      result: 'conditional',
      entails: say('Agree how each gap is closed.', '就各项差距商定改进措施。'),
    },
    {
      from: '50',
      result: 'qualified',
      entails: say('Expectations are met.', '达到期望。'),
    },
  ],
  dimensions: [
    {
      key: 'gaps',
      name: say('Perception less expectation', '感知减期望'),
      weight: '100',
      criteria: criteria(
        'gaps',
        gap(say('Reliability', '可靠性'), '32'),
        gap(say('Responsiveness', '响应性'), '22'),
        gap(say('Assurance', '保证性'), '19'),
        gap(say('Empathy', '移情性'), '16'),
        gap(say('Tangibles', '有形性'), '11'),
      ),
    },
  ],
};

const stage = (name: Words, weight: string, ...levels: [Words, Words, Words, Words]): Judged => ({
  name,
  weight,
  levels: rising(...levels),
});

/** How far a vendor runs its service ahead of events, in four stages: passive, reactive, proactive, predictive. */
const maturity: Scorecard = {
  name: say('Service maturity', '服务成熟度'),
  about: say(
    'Passive, reactive, proactive or predictive: how far the vendor runs ahead of events.',
    '被动、响应、主动或预测：供应商先于问题行动的程度。',
  ),
  minimumAnswered: '80',
  differenceLimit: '34',
  bands,
  dimensions: [
    {
      key: 'maturity',
      name: say('Maturity', '成熟度'),
      weight: '100',
      criteria: criteria(
        'maturity',
        stage(
          say('Incidents', '事件处理'),
          '40',
          say('Passive: waits to be told', '被动：等待通知'),
          say('Reactive: acts once told', '响应：接报后处理'),
          say('Proactive: tells us first', '主动：先于我方发现并告知'),
          say('Predictive: prevents most', '预测：大多提前避免'),
        ),
        stage(
          say('Reporting', '报告'),
          '30',
          say('Passive: figures when asked', '被动：索要才提供'),
          say('Reactive: reports on time', '响应：按时报送'),
          say('Proactive: explains causes and trends', '主动：说明原因与趋势'),
          say('Predictive: forecasts misses with a plan', '预测：预报未达标并附方案'),
        ),
        stage(
          say('Improvement', '改进'),
          '30',
          say('Passive: none', '被动：没有'),
          say('Reactive: after complaints', '响应：投诉后改进'),
          say('Proactive: suggests with effect measured', '主动：提出建议并衡量成效'),
          say('Predictive: plans with our demand', '预测：结合我方需求规划'),
        ),
      ),
    },
  ],
};

/** Every template that comes with the product, by its code. */
export const productScorecards: Readonly<Record<string, Scorecard>> = {
  'five-dimensions': fiveDimensions,
  full,
  satisfaction,
  servqual,
  maturity,
};
