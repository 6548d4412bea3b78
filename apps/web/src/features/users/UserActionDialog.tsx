'use client';

import { toast, ConfirmDialog } from '@wellpulse/ui';
import type { User } from '@wellpulse/contracts';
import { problemSentence } from '../../lib/problem-words.ts';
import { SetPasswordDialog } from './SetPasswordDialog.tsx';
import type { UserAction } from './user-columns.tsx';
import { UserFormDialog } from './UserFormDialog.tsx';
import { useRemoveUser, useUpdateUser } from '../../queries/user-queries.ts';

export interface UserActionDialogProps {
  readonly action: UserAction;
  readonly onClose: () => void;
}

/** What was chosen from a user's menu. */
export function UserActionDialog({ action: { kind, user }, onClose }: UserActionDialogProps) {
  switch (kind) {
    case 'EDIT':
      return <UserFormDialog user={user} onClose={onClose} />;
    case 'PASSWORD':
      return <SetPasswordDialog user={user} onClose={onClose} />;
    case 'REMOVE':
      return <RemoveDialog user={user} onClose={onClose} />;
    case 'SUSPEND':
    case 'RESUME':
      return <SuspendDialog user={user} onClose={onClose} />;
  }
}

function SuspendDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { mutate, isPending, error } = useUpdateUser();
  const suspends = user.status === 'ACTIVE';
  return (
    <ConfirmDialog
      open
      danger={suspends}
      onOpenChange={onClose}
      title={suspends ? `Suspend ${user.name}?` : `Let ${user.name} in again?`}
      description={
        suspends
          ? 'They are signed out at once, everywhere, and can’t sign in until they are let in again.'
          : 'They can sign in with their old password.'
      }
      confirmLabel={suspends ? 'Suspend' : 'Let in again'}
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(error) })}
      onConfirm={() => {
        const body = {
          status: suspends ? ('SUSPENDED' as const) : ('ACTIVE' as const),
          version: user.version,
        };
        mutate(
          { userId: user.id, body },
          {
            onSuccess: () => {
              toast.success(suspends ? `${user.name} is suspended` : `${user.name} can sign in again`);
              onClose();
            },
          },
        );
      }}
    />
  );
}

function RemoveDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { mutate, isPending, error } = useRemoveUser();
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={`Remove ${user.name}?`}
      description="They can never sign in again. What they entered keeps their name in the audit."
      confirmLabel="Remove"
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(error) })}
      onConfirm={() => {
        mutate(user.id, {
          onSuccess: () => {
            toast.success(`${user.name} is removed`);
            onClose();
          },
        });
      }}
    />
  );
}
