import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { PageUser } from '../../contract.ts';
import { usePage } from '../context.ts';
import { Avatar } from './avatar.tsx';
import { Dialog } from './dialog.tsx';

export interface PeopleProps {
  title: string;
  people: readonly PageUser[];
  onChoose: (user: PageUser) => void;
  onClose: () => void;
}

function matches(user: PageUser, search: string): boolean {
  const words = `${user.realName} ${user.name} ${user.title ?? ''}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** A list of people with a search by name or title: to be one of them, or to write to one. */
export function People({ title, people, onChoose, onClose }: PeopleProps): VNode {
  const { state } = usePage();
  const [search, setSearch] = useState('');
  const found = people.filter((user) => matches(user, search)).toSorted((a, b) => a.realName.localeCompare(b.realName));
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
          const first = found[0];
          if (first) choose(first);
        }}
      >
        <input
          type="search"
          aria-label="Search people"
          placeholder="Search by name or title"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
        <ul class="people">
          {found.map((user) => (
            <li key={user.id}>
              <button
                type="button"
                aria-current={user.id === state.me.id ? 'true' : undefined}
                onClick={() => choose(user)}
              >
                <Avatar userId={user.id} />
                <span>
                  <strong>{user.realName || user.name}</strong>
                  <small>{user.title || `@${user.name}`}</small>
                </span>
                {user.id === state.me.id && <span class="tag">you</span>}
              </button>
            </li>
          ))}
        </ul>
        {found.length === 0 && <p class="quiet">Nobody matches “{search}”.</p>}
      </form>
    </Dialog>
  );
}
