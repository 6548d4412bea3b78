'use client';

import type { User } from '@wellpulse/contracts';
import {
  Avatar,
  Badge,
  DropdownMenu,
  IconButton,
  MenuItem,
  MenuSeparator,
  type DataTableColumn,
} from '@wellpulse/ui';
import { CircleCheck, CirclePause, Ellipsis, KeyRound, Pencil, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { office, words } from '../../lib/language.ts';
import { useSession } from '../../components/SessionProvider.tsx';

const texts = office.users;

export interface UserAction {
  readonly kind: 'EDIT' | 'PASSWORD' | 'SUSPEND' | 'RESUME' | 'REMOVE';
  readonly user: User;
}

export function useUserColumns(onAction: (action: UserAction) => void) {
  const { tenant, user: me } = useSession();
  return useMemo(
    (): DataTableColumn<User>[] => [
      {
        id: 'name',
        header: words.fieldLabel('user', 'name'),
        sortable: true,
        minWidth: 200,
        cell: ({ id, name }) => (
          <span className="flex items-center gap-2.5">
            <Avatar name={name} />
            <span className="truncate font-medium">{name}</span>
            {id === me.id && <Badge tone="accent">{texts.you}</Badge>}
          </span>
        ),
      },
      {
        id: 'email',
        header: words.fieldLabel('user', 'email'),
        sortable: true,
        minWidth: 220,
        cell: ({ email }) => email,
      },
      {
        id: 'role',
        header: words.fieldLabel('user', 'role'),
        width: 130,
        cell: ({ role }) => words.roleNames[role],
      },
      {
        id: 'status',
        header: words.fieldLabel('user', 'status'),
        width: 130,
        cell: ({ status }) => (
          <Badge
            tone={status === 'ACTIVE' ? 'good' : 'attention'}
            icon={status === 'ACTIVE' ? <CircleCheck aria-hidden /> : <CirclePause aria-hidden />}
          >
            {words.userStatusNames[status]}
          </Badge>
        ),
      },
      {
        id: 'lastLoginAt',
        header: texts.lastSignIn,
        width: 180,
        cell: ({ lastLoginAt }) => (
          <span className="num text-ink-muted">
            {lastLoginAt === null ? words.listWords.never : words.formatInstant(lastLoginAt, tenant.timeZone)}
          </span>
        ),
      },
      {
        id: 'actions',
        header: <span className="sr-only">{texts.actions}</span>,
        align: 'right',
        width: 64,
        cell: (user) => <UserMenu user={user} isMe={user.id === me.id} onAction={onAction} />,
      },
    ],
    [me.id, tenant.timeZone, onAction],
  );
}

interface UserMenuProps {
  readonly user: User;
  /** Nobody suspends or removes themselves: they would be out at once. */
  readonly isMe: boolean;
  readonly onAction: (action: UserAction) => void;
}

function UserMenu({ user, isMe, onAction }: UserMenuProps) {
  const choose = (kind: UserAction['kind']) => () => {
    onAction({ kind, user });
  };
  return (
    <DropdownMenu
      trigger={
        <IconButton label={texts.actionsFor(user.name)} size="sm" tooltip={false}>
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<Pencil aria-hidden />} onSelect={choose('EDIT')}>
        {texts.edit}
      </MenuItem>
      <MenuItem icon={<KeyRound aria-hidden />} onSelect={choose('PASSWORD')}>
        {texts.setPassword}
      </MenuItem>
      {!isMe && (
        <>
          <MenuSeparator />
          {user.status === 'ACTIVE' ? (
            <MenuItem icon={<CirclePause aria-hidden />} onSelect={choose('SUSPEND')}>
              {texts.suspend}
            </MenuItem>
          ) : (
            <MenuItem icon={<CircleCheck aria-hidden />} onSelect={choose('RESUME')}>
              {texts.resume}
            </MenuItem>
          )}
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={choose('REMOVE')}>
            {texts.remove}
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}
