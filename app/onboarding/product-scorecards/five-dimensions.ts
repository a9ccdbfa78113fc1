import type { Scorecard } from '../scorecard';
import { admissionBands } from './admission-bands';
import { criteria, rising, say } from './scorecard-writing';

/** The five dimensions in which running service providers are usually compared. */
export const fiveDimensions: Scorecard = {
  name: say('Five dimensions', '五维度评分卡'),
  about: say(
    'Service capability, price, stability, technical compatibility and response speed: for comparing providers of one service.',
    '服务能力、价格、稳定性、技术兼容性与响应速度：用于比较同一服务的多家供应商。',
  ),
  minimumAnswered: '80',
  differenceLimit: '25',
  bands: admissionBands,
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
