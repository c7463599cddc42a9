import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PageState, PageUser } from '../../contract.ts';
import { usePage } from '../context.ts';
import { Avatar } from './avatar.tsx';
import { Dialog } from './dialog.tsx';

export interface PeopleProps {
  title: string;
  people: readonly PageUser[];
  onChoose: (user: PageUser) => void;
  onClose: () => void;
}

interface Listed {
  user: PageUser;
  /** `manager of 6` */
  about: string | undefined;
}

interface ListedGroup {
  name: string;
  people: readonly Listed[];
}

function matches({ user, about = '' }: Listed, search: string): boolean {
  const words = `${user.realName} ${user.name} ${user.title ?? ''} ${about}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** People under what they are, in the workspace's own order; the others follow by name. */
function grouped({ groups }: PageState, people: readonly PageUser[], search: string): readonly ListedGroup[] {
  const named = groups.map(({ name, people: members }) => ({
    name,
    people: members.flatMap(({ userId, about }) => {
      const user = people.find(({ id }) => id === userId);
      return user === undefined ? [] : [{ user, about }];
    }),
  }));
  const listed = new Set(named.flatMap((group) => group.people.map(({ user }) => user.id)));
  const others = people
    .filter(({ id }) => !listed.has(id))
    .toSorted((a, b) => a.realName.localeCompare(b.realName))
    .map((user) => ({ user, about: undefined }));
  return [...named, { name: groups.length === 0 ? 'People' : 'Everyone else', people: others }]
    .map(({ name, people: members }) => ({ name, people: members.filter((one) => matches(one, search)) }))
    .filter((group) => group.people.length > 0);
}

function Person({ listed: { user, about }, onChoose }: { listed: Listed; onChoose: (user: PageUser) => void }): VNode {
  const { state } = usePage();
  const isMe = user.id === state.me.id;
  return (
    <li>
      <button type="button" aria-current={isMe ? 'true' : undefined} onClick={() => onChoose(user)}>
        <Avatar userId={user.id} />
        <span>
          <span>
            <strong>{user.realName || user.name}</strong>
            {about !== undefined && <span class="quiet"> · {about}</span>}
          </span>
          <small>{user.title || `@${user.name}`}</small>
        </span>
        {isMe && <span class="tag">you</span>}
      </button>
    </li>
  );
}

/** People by what they are, with a search by name or title: to be one of them, or to write to one. */
export function People({ title, people, onChoose, onClose }: PeopleProps): VNode {
  const { state } = usePage();
  const [search, setSearch] = useState('');
  const found = grouped(state, people, search);
  const choose = (user: PageUser): void => {
    onClose();
    onChoose(user);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        class="dialog-body"
        onSubmit={(event) => {
          event.preventDefault();
          const first = found[0]?.people[0];
          if (first) choose(first.user);
        }}
      >
        <input
          type="search"
          aria-label="Search people"
          placeholder="Search by name or role"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        {found.map((group) => (
          <section key={group.name} class="people-group" aria-label={group.name}>
            <h3>{group.name}</h3>
            <ul class="people">
              {group.people.map((listed) => (
                <Person key={listed.user.id} listed={listed} onChoose={choose} />
              ))}
            </ul>
          </section>
        ))}
        {found.length === 0 && <p class="quiet">No one matches “{search}”.</p>}
      </form>
    </Dialog>
  );
}
