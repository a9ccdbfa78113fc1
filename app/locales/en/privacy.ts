/** What is held of people, and how it is erased. */
export const privacy = {
  title: 'Personal data',
  erasedPerson: 'Erased person {{number}}',
  erasedContact: 'Erased contact',
  export: 'Export what we hold',
  erase: {
    title: 'Personal data of {{name}}',
    lead: 'Whoever asks may have a copy of what is held, and may have it erased. Erasing can’t be undone.',
    notYet: 'This can’t be erased yet',
    submit: 'Erase for good',
  },
  goes: {
    title: 'What is erased',
    name: 'Name and email address; “Erased person” with a number stands in their place.',
    access:
      'Password, sessions, links, the calendar’s address, access tokens, saved views and records that were given.',
    letters: 'Letters to this person.',
    contacts: 'Contacts of the same vendor with the same email address.',
    ourContacts: 'Contacts of our side with the same email address, at every vendor.',
    contact: 'The contact, and others of this vendor with the same email address.',
    lettersTo: 'Letters to this address about this vendor.',
    fields:
      'The name where a field of this vendor’s records asks for one and holds nothing else: who owns an action, who holds a certificate, who agreed that a breach does not count.',
    trail:
      'What the audit trail holds of it, for contacts that were removed earlier too: the key under which it is sealed.',
  },
  elsewhere: {
    title: 'The same address elsewhere',
    lead: 'These are not erased along; each is erased on its own page.',
    contact: '{{name}}, contact of {{vendor}}',
    person: '{{name}}, who signs in',
    more_one: 'and {{count}} more contact of another vendor',
    more_other: 'and {{count}} more contacts of other vendors',
  },
  stays: {
    title: 'What stays, and why',
    entries_one:
      '{{count}} entry of the audit trail on what this person did, under the number: decisions have to stay traceable.',
    entries_other:
      '{{count}} entries of the audit trail on what this person did, under the number: decisions have to stay traceable.',
    agreed_one:
      '{{count}} approval or signature of a contract, with the name: commercial law asks that it can be proved.',
    agreed_other:
      '{{count}} approvals and signatures of contracts, with the name: commercial law asks that they can be proved.',
    signatures_one: '{{count}} signature of a review, under the number.',
    signatures_other: '{{count}} signatures of reviews, under the number.',
    uploads_one: '{{count}} document that this person handed in, as it is.',
    uploads_other: '{{count}} documents that this person handed in, as they are.',
    older_one:
      '{{count}} entry of the audit trail from before names were sealed: to change it would break the chain.',
    older_other:
      '{{count}} entries of the audit trail from before names were sealed: to change them would break the chain.',
    questions:
      'Answers of the vendor’s questionnaire that name them, there and in the audit trail: ',
    letters:
      'Letters to others in which the name stands, until their text is cleared: Settings, How long it is kept.',
    words:
      'What people wrote in their own words: reasons, remarks, notes, fields that hold more than the name. Look through them where the name may stand there.',
    papers: 'Documents and frozen packs of reviews, which prove what was agreed.',
    backups: 'Backups, until they are deleted.',
  },
  notice: {
    erased: 'Erased. “Erased person {{number}}” stands in place of the name.',
    contactErased: 'The contact is erased.',
  },
} as const;
