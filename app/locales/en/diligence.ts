/** Identifiers, due diligence, sanctions screening and the way of newcomers. */
export const diligence = {
  identifier: {
    section: 'Identifiers',
    add: 'Add',
    addTitle: 'Add an identifier',
    editTitle: 'Change an identifier',
    lead: 'Checked as it is entered: length, signs, country and check digits.',
    empty: 'None is recorded.',
    kind: 'Kind',
    kinds: {
      lei: 'LEI',
      vat: 'EU VAT number',
      uscc: 'Unified social credit code',
      duns: 'D-U-N-S number',
    },
    kindHelp: {
      lei: '20 letters and digits, such as {{example}}.',
      vat: 'With the letters of its country, such as {{example}}.',
      uscc: 'China’s 18 letters and digits, such as {{example}}.',
      duns: '9 digits, such as {{example}}.',
    },
    value: 'Number',
    valueHelp: 'Spaces, hyphens and lower case are put right.',
    save: 'Save identifier',
    remove: 'Remove identifier',
    removeHelp: 'It leaves the register. The audit trail keeps what was removed.',
    rival: 'Entered by another vendor too:',
  },
  notice: {
    identifierSaved: 'Identifier saved.',
    identifierRemoved: 'Identifier removed.',
  },
} as const;
