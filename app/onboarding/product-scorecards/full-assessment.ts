import type { Scorecard } from '../scorecard';
import { admissionBands } from './admission-bands';
import { criteria, rising, say } from './scorecard-writing';

/** The full card, for vendors of the upper tiers and whoever is let in for the first time. */
export const fullAssessment: Scorecard = {
  name: say('Full assessment', '全面评估'),
  about: say(
    'Qualification and compliance, expertise, network and resources, cost and terms, contingency: for whoever is let in for the first time.',
    '资质合规、专业能力、网络资源、成本条款与应急保障：用于首次准入。',
  ),
  minimumAnswered: '90',
  differenceLimit: '25',
  bands: admissionBands,
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
