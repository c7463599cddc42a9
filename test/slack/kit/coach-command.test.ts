import { describe, expect, test } from 'vitest';
import { readCoachCommand } from '../../../src/slack/kit/coach-command.ts';
import { asTyped, mentionedIn } from '../../../src/slack/kit/typed-text.ts';

const names = (id: string) => (id === 'U012' ? 'Priya Nair' : undefined);

describe('/coach', () => {
  test.each([
    ['', { kind: 'bare' }],
    ['   ', { kind: 'bare' }],
    ['<@U012>', { kind: 'person', slackUserId: 'U012' }],
    ['<@W012|priya>', { kind: 'person', slackUserId: 'W012' }],
    ['<@U012> good call', { kind: 'note', slackUserId: 'U012', words: 'good call' }],
    ['<@U012|priya.n> good\ncall', { kind: 'note', slackUserId: 'U012', words: 'good\ncall' }],
    ['@priya good call', { kind: 'nobody', words: '@priya good call' }],
    ['good call by <@U012>', { kind: 'nobody', words: 'good call by <@U012>' }],
    ['<@u012> lower case', { kind: 'nobody', words: '<@u012> lower case' }],
    ['&lt;@U012&gt; typed by hand', { kind: 'nobody', words: '&lt;@U012&gt; typed by hand' }],
    ['<#C012|sales> good call', { kind: 'nobody', words: '<#C012|sales> good call' }],
  ])('reads %j', (text, read) => {
    expect(readCoachCommand(text)).toEqual(read);
  });
});

describe('a command’s words', () => {
  test.each([
    ['with <@U012|pn> and <@U9|sam> and <@U8>', 'with @Priya Nair and @sam and @U8'],
    ['in <#C1|sales>, <!here> and <!subteam^S1|@closers>', 'in #sales, @here and @closers'],
    ['see <https://example.com/a?b=1&amp;c|example.com/a?b=1&amp;c>', 'see example.com/a?b=1&c'],
    ['see <https://example.com> or <mailto:a@b.c|a@b.c>', 'see https://example.com or a@b.c'],
    ['5 &lt; 6 &amp;&amp; 7 &gt; 6', '5 < 6 && 7 > 6'],
    ['&amp;lt; stays as it was typed', '&lt; stays as it was typed'],
  ])('read as they were typed: %j', (escaped, typed) => {
    expect(asTyped(escaped, names)).toBe(typed);
  });

  test('name the people whom Slack knows', () => {
    expect(mentionedIn('<@U012|pn> <#C1> <@U9> <!here>')).toEqual(['U012', 'U9']);
  });
});
