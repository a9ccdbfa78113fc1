import { describe, expect, it } from 'vitest';
import { checkVendorRows, readVendorFile, unlistedCodes, type VendorRegister } from './vendor-file';

const empty: VendorRegister = {
  vendors: new Map(),
  services: new Map(),
  markets: new Map(),
  holders: new Map(),
};

function faultsOf(text: string, register = empty, mayAdd = true) {
  const { rows, faults } = readVendorFile(text);
  return [...faults, ...checkVendorRows(rows, register, { mayAdd, maySetStatus: true })].map(
    ({ row, column, reason }) => `${row}/${column}/${reason.code}`,
  );
}

describe('vendor file', () => {
  it('reads lists, quotes, other orders and a byte order mark', () => {
    const { rows, faults } = readVendorFile(
      '\uFEFFname,code,services,markets,status\r\n"Harbour, Line",HL,AIR;SEA,FR; CN,active\r\n\r\nPolar,PO,,,\r\n',
    );
    expect(faults).toEqual([]);
    expect(rows).toMatchObject([
      {
        row: 2,
        code: 'HL',
        name: 'Harbour, Line',
        services: ['AIR', 'SEA'],
        markets: ['FR', 'CN'],
      },
      { row: 4, code: 'PO', status: null, services: [], markets: [] },
    ]);
  });

  it('takes codes that differ by case alone for one, in capitals', () => {
    expect(readVendorFile('code,name,parent\ndl,Delta,sky\n').rows).toMatchObject([
      { code: 'DL', parent: 'SKY' },
    ]);
    expect(faultsOf('code,name\nDL,Delta\ndl,Other\n')).toEqual(['3/code/row_twice']);
  });

  it('names every fault with its row and column', () => {
    expect(
      faultsOf(
        'code,name,country,parent,status,services,markets\n' +
          ',No code,XX,,,,\n' +
          'A,First,,Z,sleeping,,\n' +
          'B,Second,DE,,,,CN\n' +
          'B,Third,,,,,\n',
      ),
    ).toEqual([
      '2/code/required',
      '2/country/country_unknown',
      '3/status/not_a_choice',
      '4/services/markets_without_services',
      '5/code/row_twice',
    ]);
  });

  it.each([
    ['', 'null/null/file_empty'],
    ['code,name\n', 'null/null/file_without_rows'],
    ['code,name\nA,"open\n', '2/null/quotes_broken'],
    ['code,colour\nA,red\n', '1/colour/column_unknown'],
    ['code,name,name\nA,B,C\n', '1/name/column_twice'],
    ['code,name\nA,B,C\n', '2/null/row_too_long'],
  ])('refuses %j', (text, fault) => {
    expect(faultsOf(text)).toContain(fault);
  });

  it('knows parents of the file and of the register, and no rings', () => {
    const register: VendorRegister = {
      ...empty,
      vendors: new Map([['OLD', { id: 1, status: 'active', parentId: null }]]),
    };
    expect(faultsOf('code,name,parent\nA,A,OLD\nB,B,A\n', register)).toEqual([]);
    expect(faultsOf('code,name,parent\nA,A,B\nB,B,A\nC,C,NOBODY\n', register)).toEqual([
      '2/parent/vendor_group_cycle',
      '3/parent/vendor_group_cycle',
      '4/parent/vendor_unknown',
    ]);
  });

  it('moves a known vendor by allowed steps alone', () => {
    const register: VendorRegister = {
      ...empty,
      vendors: new Map([['OLD', { id: 1, status: 'rejected', parentId: null }]]),
    };
    expect(faultsOf('code,name,status\nOLD,Old,active\n', register)).toEqual([
      '2/status/vendor_status_not_allowed',
    ]);
    expect(faultsOf('code,name,status\nOLD,Old,screening\n', register)).toEqual([]);
  });

  it('adds to the lists when asked, and names what is missing when not', () => {
    const text = 'code,name,services,markets\nA,A,AIR,FR\nB,B,AIR,\n';
    expect(faultsOf(text, empty, false)).toEqual([
      '2/services/not_listed',
      '2/markets/not_listed',
      '3/services/not_listed',
      '3/markets/not_listed',
    ]);
    expect(unlistedCodes(readVendorFile(text).rows, empty)).toEqual({
      services: ['AIR'],
      markets: ['FR', 'GLOBAL'],
    });
  });

  it('checks identifiers, cell by cell, in the file and against the register', () => {
    const text = `code,name,lei,vat,duns
A,Alpha,5493001kjtiigc8y1r12,DE136695976; FR40303265045,15-048-3782
B,Beta,5493001KJTIIGC8Y1R21,DE136695976,
C,Gamma,,XX1,1504
`;
    expect(faultsOf(text)).toEqual([
      '3/lei/identifier_check',
      '4/vat/identifier_country',
      '4/duns/identifier_length',
    ]);
    const { faults } = readVendorFile(text);
    expect(faults[0]?.reason.params).toMatchObject({ value: '5493001KJTIIGC8Y1R21', kind: 'lei' });
    expect(faultsOf('code,name,vat\nA,Alpha,DE136695976\nB,Beta,de 136 695 976\n')).toEqual([
      '3/vat/identifier_row_twice',
    ]);
    const holders = new Map([['vat DE136695976', { vendorId: 1, code: 'OLD', name: 'Old hand' }]]);
    expect(
      faultsOf('code,name,vat\nOLD,Old hand,DE136695976\nB,Beta,DE136695976\n', {
        ...empty,
        vendors: new Map([['OLD', { id: 1, status: 'active', parentId: null }]]),
        holders,
      }),
    ).toEqual(['3/vat/identifier_row_twice', '3/vat/identifier_taken']);
  });
});
