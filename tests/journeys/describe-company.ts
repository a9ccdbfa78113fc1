import { expect, type Page } from '@playwright/test';
import { questionnaireOf, currentVersion, type Question } from '~/onboarding/questionnaire';
import type { Language } from '~/locales/languages';
import { arrive, narrow, press, wordsOf } from './walk';

const file = {
  name: 'paper.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
};

/** Fills in everything that a vendor is asked for, page by page, and sees to it that each fits its window. */
export async function describeCompany(
  page: Page,
  language: Language,
  place: string,
): Promise<void> {
  const t = wordsOf({ language });
  const lei = newLei();
  const open = async (path: string) => {
    await arrive(page, path);
    await narrow(page);
  };
  const saved = async (button: string, to: string) => {
    await press(page, button);
    await expect(page).toHaveURL(to);
  };
  await open('/company/profile');
  await page.locator('[name=website]').fill('https://newcomer.example');
  await saved(t('company:profile.save'), '/company');

  await open('/company/identifiers');
  await page.locator('[name=kind][value=lei]').check();
  await page.locator('[name=value]').fill(`${lei.slice(0, -1)}${(Number(lei.at(-1)) + 1) % 10}`);
  await press(page, t('diligence:identifier.save'));
  await expect(page.locator('[name=value]')).toHaveAttribute('aria-invalid', 'true');
  await page.locator('[name=value]').fill(lei);
  await saved(t('diligence:identifier.save'), '/company/identifiers');
  await expect(page.getByText(lei, { exact: true })).toBeVisible();

  await open('/company/offerings/new');
  await page.locator('[name=service]').selectOption({ index: 1 });
  await page.locator('[name=market]').selectOption({ label: place });
  await page.locator('[name=capacity]').fill('60000');
  await page.locator('[name=unitPrice]').fill('9.50');
  await page.locator('[name=currency]').selectOption('USD');
  await page.locator('[name=leadTimeDays]').fill('20');
  await saved(t('vendors:offering.save'), '/company/offerings');

  for (const role of ['account_manager', 'escalation']) {
    await open('/company/contacts/new');
    await page.locator('[name=name]').fill(`Nele ${role}`);
    await page.locator(`[name=role][value=${role}]`).check();
    if (role === 'escalation') await page.locator('[name=level]').selectOption('1');
    await page.locator('[name=email]').fill(`${role}@newcomer.example`);
    await saved(t('vendors:contact.save'), '/company/contacts');
  }

  await open('/company/subcontractors');
  await press(page, t('company:subcontractors.none'));
  await expect(page.getByRole('button', { name: t('company:subcontractors.some') })).toBeVisible();

  for (const kind of await certificatesAsked(page, language)) {
    await open('/company/certificates/new');
    await page.locator('[name=kind]').fill(kind);
    await page.locator('[name=issuedOn]').fill('2023-06-01');
    await page.locator('[name=expiresOn]').fill('2025-05-31');
    await page.locator('[name=file]').setInputFiles(file);
    await saved(t('vendors:certificate.save'), '/company/certificates');
  }

  for (const { id, questions } of questionnaireOf(currentVersion).sections) {
    await open(`/company/questionnaire/${id}`);
    for (const question of questions) await answer(page, question);
    await saved(t('questionnaire:save'), '/company/questionnaire');
  }
}

/** A legal entity identifier that no other vendor has: eighteen signs and the check digits of ISO 7064, mod 97-10. */
function newLei(): string {
  const body = `5299${Date.now().toString().padStart(14, '0')}`;
  return `${body}${String(98n - (BigInt(`${body}00`) % 97n)).padStart(2, '0')}`;
}

/** The certificates that the services offered ask for, as the page lists them. */
async function certificatesAsked(page: Page, language: Language): Promise<string[]> {
  await arrive(page, '/company/certificates');
  const said = wordsOf({ language })('company:certificates.missing', { list: '' });
  const text = await page.getByText(said.trim()).first().textContent();
  return (text ?? '').replace(said, '').split(/、|和|, and | and |, /);
}

/** Answers a question of the questionnaire; what is asked on occasion alone is left out. */
async function answer(page: Page, question: Question): Promise<void> {
  if (question.when !== undefined || question.optional) return;
  const field = page.locator(`[name="${question.id}"]`);
  switch (question.kind) {
    case 'yes_no':
      return page.locator(`[name="${question.id}"][value=no]`).check();
    case 'choice':
      return void (await field.selectOption(question.choices.at(-1) ?? ''));
    case 'number':
      return field.fill(String(question.min));
    case 'date':
      return field.fill('2023-10-02');
    case 'text':
      return field.fill('As shown to us');
    case 'document':
      return field.setInputFiles(file);
  }
}
