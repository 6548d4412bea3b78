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
import { words } from '../../lib/language.ts';
import { USER_STATUS_NAMES } from '../../lib/words.ts';
import { useSession } from '../../components/SessionProvider.tsx';

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
        header: 'Name',
        sortable: true,
        minWidth: 200,
        cell: ({ id, name }) => (
          <span className="flex items-center gap-2.5">
            <Avatar name={name} />
            <span className="truncate font-medium">{name}</span>
            {id === me.id && <Badge tone="accent">You</Badge>}
          </span>
        ),
      },
      { id: 'email', header: 'E-mail', sortable: true, minWidth: 220, cell: ({ email }) => email },
      { id: 'role', header: 'Role', width: 130, cell: ({ role }) => words.roleNames[role] },
      {
        id: 'status',
        header: 'Status',
        width: 130,
        cell: ({ status }) => (
          <Badge
            tone={status === 'ACTIVE' ? 'good' : 'attention'}
            icon={status === 'ACTIVE' ? <CircleCheck aria-hidden /> : <CirclePause aria-hidden />}
          >
            {USER_STATUS_NAMES[status]}
          </Badge>
        ),
      },
      {
        id: 'lastLoginAt',
        header: 'Last sign-in',
        width: 180,
        cell: ({ lastLoginAt }) => (
          <span className="num text-ink-muted">
            {lastLoginAt === null ? 'Never' : words.formatInstant(lastLoginAt, tenant.timeZone)}
          </span>
        ),
      },
      {
        id: 'actions',
        header: <span className="sr-only">Actions</span>,
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
        <IconButton label={`Actions for ${user.name}`} size="sm" tooltip={false}>
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <MenuItem icon={<Pencil aria-hidden />} onSelect={choose('EDIT')}>
        Edit
      </MenuItem>
      <MenuItem icon={<KeyRound aria-hidden />} onSelect={choose('PASSWORD')}>
        Set password
      </MenuItem>
      {!isMe && (
        <>
          <MenuSeparator />
          {user.status === 'ACTIVE' ? (
            <MenuItem icon={<CirclePause aria-hidden />} onSelect={choose('SUSPEND')}>
              Suspend
            </MenuItem>
          ) : (
            <MenuItem icon={<CircleCheck aria-hidden />} onSelect={choose('RESUME')}>
              Let in again
            </MenuItem>
          )}
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={choose('REMOVE')}>
            Remove
          </MenuItem>
        </>
      )}
    </DropdownMenu>
  );
}
