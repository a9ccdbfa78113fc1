import { describe, expect, it } from 'vitest';
import { dataTransfers, uncarriedTransfers, type TransferMechanism } from './data-transfer';

describe('data that crosses a border', () => {
  it.each<[string, string[], string[], string[]]>([
    ['stays in its country', ['FR'], ['FR'], []],
    ['stays in the European Economic Area', ['FR'], ['IE', 'NO'], []],
    ['leaves it for an adequate country', ['FR'], ['JP'], ['gdpr']],
    ['leaves it for India', ['DE', 'FR'], ['IN'], ['gdpr']],
    ['leaves China', ['CN'], ['US'], ['pipl']],
    ['leaves China for Hong Kong', ['CN'], ['HK'], ['pipl']],
    ['comes into China', ['US'], ['CN'], []],
    ['goes both ways', ['CN', 'FR'], ['CN', 'FR'], ['gdpr', 'pipl']],
  ])('%s', (_, from, to, regimes) => {
    expect(dataTransfers(from, to).map(({ regime }) => regime)).toEqual(regimes);
  });

  it.each<[string[], string[], TransferMechanism[], number]>([
    [['FR'], ['JP'], ['adequacy'], 0],
    [['FR'], ['IN'], ['adequacy'], 1],
    [['FR'], ['IN'], ['scc_module_2'], 0],
    [['FR'], ['IN'], ['standard_contract'], 1],
    [['CN'], ['US'], ['scc_module_2', 'bcr'], 1],
    [['CN'], ['US'], ['security_assessment'], 0],
    [['CN', 'FR'], ['US'], ['adequacy'], 1],
    [['CN', 'FR'], ['US'], ['adequacy', 'standard_contract'], 0],
    [['FR'], ['IN'], [], 1],
  ])('%j to %j by %j: %i not carried', (from, to, mechanisms, left) => {
    expect(uncarriedTransfers(dataTransfers(from, to), mechanisms)).toHaveLength(left);
  });
});
