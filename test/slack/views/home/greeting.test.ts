/** The hello to a manager of a large team asks in a form, a page at a time. */
import { expect, test } from 'vitest';
import { validateMessage, validateView } from '@firstline/slack-sandbox/blocks';
import { greetingMessage, lastTalksForm } from '../../../../src/slack/views/home/greeting.ts';
import type { Greeting } from '../../../../src/slack/views/home/greeting.ts';
import { asJson, buttonsOf, wordsOf } from '../../../helpers/blocks.ts';

function greeting(people: number): Greeting {
  return {
    firstName: 'Dana',
    as: 'both',
    managerNames: ['Marco', 'Ada', 'Ben', 'Cem', 'Eva'],
    leadName: undefined,
    plan: { day: 1, at: '09:00' },
    digest: { day: 5, at: '15:00' },
    talks: Array.from({ length: people }, (_, at) => ({ repId: at + 1, name: `Rep ${at + 1}`, answer: undefined })),
  };
}

test('eight people are asked about in taps, more of them in a form of twenty a page', () => {
  for (const people of [0, 1, 8, 9, 45]) {
    const { text, blocks } = greetingMessage(greeting(people));
    expect(validateMessage(asJson({ text, blocks }))).toEqual([]);
  }
  expect(buttonsOf(greetingMessage(greeting(8)).blocks)).toContain('Not sure');
  expect(buttonsOf(greetingMessage(greeting(12)).blocks)).toEqual(['Change my hour', 'Answer for 12 people']);
  const pages = [0, 1, 2].map((page) => lastTalksForm(greeting(45).talks, page));
  for (const view of pages) expect(validateView(asJson(view), 'modal')).toEqual([]);
  expect(pages.map(({ submit }) => submit?.text)).toEqual(['Next', 'Next', 'Save']);
  expect(wordsOf(pages[2])).toContain('Page 3 of 3. Only you can see this.');
});

test('who is both manager and lead hears both in one message', () => {
  const words = wordsOf(greetingMessage(greeting(0)).blocks);
  expect(words).toContain('I do the same for Marco, Ada, Ben, Cem and 1 more, and show you where you can help.');
  expect(words).toContain('Fridays at 3:00 PM: your week in short and your managers’ weeks.');
});
