import { html } from 'hono/html';
import type { AuthorizeRequest } from './authorize.ts';
import type { Town } from './town.ts';

type Markup = ReturnType<typeof html>;

const style = `body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; color: #1d1c1d }
label { display: block; margin: 1rem 0 } select, input { display: block; font: inherit; width: 100%; padding: .4rem; box-sizing: border-box }
button { font: inherit; padding: .5rem 1.25rem; margin-right: .5rem }`;

/** The page on which somebody allows the app to be installed. It works without scripts; everything that was sent is escaped. */
export function consentPage(town: Town, request: AuthorizeRequest): Markup {
  const hidden = {
    client_id: request.clientId,
    scope: request.scopes.join(','),
    state: request.state,
    redirect_uri: request.redirectUri ?? '',
  };
  const { name } = town.manifest;
  return page(
    `${name} is asking for access`,
    html`<p>${name} wants to: ${request.scopes.join(', ')}.</p>
      <form method="post" action="/oauth/v2/authorize">
        ${Object.entries(hidden).map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}" />`)}
        <label>
          Install into
          <select name="into">
            ${placesOf(town).map(
              ([id, words]) => html`<option value="${id}" ${id === request.team ? 'selected' : ''}>${words}</option>`,
            )}
          </select>
        </label>
        <label>Your member ID (an admin’s if left empty) <input name="by" /></label>
        <button name="answer" value="allow">Allow</button>
        <button name="answer" value="cancel">Cancel</button>
      </form>`,
  );
}

/** The page for a request that is refused: Slack's word, or a sentence. */
export function refusalPage(because: string): Markup {
  return page('The app can’t be installed like this', html`<p>Error: <code id="error">${because}</code></p>`);
}

function placesOf(town: Town): readonly (readonly [id: string, words: string])[] {
  return [
    ...[...town.workspaces.values()].map(({ engine }) => {
      const { id, name } = engine.workspace.team;
      return [id, `${name} (${id})`] as const;
    }),
    ...[...town.organisations.values()].map(({ id, name }) => [id, `${name} (${id}): the whole organization`] as const),
  ];
}

function page(title: string, body: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>${title}</h1>
        ${body}
      </body>
    </html>`;
}
