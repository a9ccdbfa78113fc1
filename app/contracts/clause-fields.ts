import { z } from 'zod';
import { isCountry } from '~/shared/country-codes';
import {
  choice,
  field,
  optionalChoice,
  optionalId,
  optionalText,
  requiredCode,
  requiredText,
} from '~/shared/fields';
import { isTransferMechanism } from './data-transfer';
import { clauseGroups, clauseStates, dataKinds, askingDataKinds } from './clause';

const LONGEST_TEXT = 10_000;

/** A clause of the library with its first text; `code` names it in files. */
export const clauseFields = z.object({
  code: requiredCode(),
  group: choice(clauseGroups),
  nameEn: requiredText(120),
  nameZh: requiredText(120),
  protectsEn: requiredText(1000),
  protectsZh: requiredText(1000),
  lookForEn: requiredText(1000),
  lookForZh: requiredText(1000),
  textEn: requiredText(LONGEST_TEXT),
  textZh: requiredText(LONGEST_TEXT),
  reason: optionalText(500),
});

/** A requirement: where a clause has to be, or need not be, from which data on, and why. */
export const requirementFields = z.object({
  service: optionalId(),
  market: optionalId(),
  fromData: optionalChoice(askingDataKinds),
  effect: choice(['required', 'not_required']),
  reasonEn: requiredText(500),
  reasonZh: requiredText(500),
  source: optionalText(200),
});

/**
 * How a contract stands to a clause. One that is there has a place; one that deviates or does not apply needs the reason
 * (`clause_place_missing`, `clause_reason_missing`).
 */
export const clauseCheckFields = z
  .object({
    state: choice(clauseStates),
    place: optionalText(120),
    text: optionalText(LONGEST_TEXT),
    reason: optionalText(1000),
  })
  .superRefine(({ state, place, reason }, context) => {
    const issue = (message: string, path: string) =>
      context.addIssue({ code: 'custom', message, path: [path] });
    if ((state === 'present' || state === 'deviating') && place === null)
      issue('clause_place_missing', 'place');
    if ((state === 'deviating' || state === 'not_applicable') && reason === null)
      issue('clause_reason_missing', 'reason');
  });

/** What is said of a contract's data: its kind, the countries where it is worked on, the ground on which it travels. */
export const contractDataFields = z.object({
  dataKind: choice(dataKinds),
  workedOnIn: field((text) => {
    const codes = [...new Set(text.toUpperCase().split(/[\s;,；，、]+/))].filter(Boolean);
    const unknown = codes.find((code) => !isCountry(code));
    return unknown === undefined
      ? { value: codes }
      : { code: 'country_unknown', params: { value: unknown } };
  }),
  mechanisms: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given) => [given].flat().filter(isTransferMechanism)),
});
