'use client';

import {
  Avatar,
  DropdownMenu,
  MenuCheckItem,
  MenuItem,
  MenuLabel,
  MenuSeparator,
  toast,
} from '@wellpulse/ui';
import { KeyRound, LogOut } from 'lucide-react';
import { useState } from 'react';
import { words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';
import { ChangePasswordDialog } from '../session/ChangePasswordDialog.tsx';
import { signOutAndLeave } from '../session/sign-out.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { THEMES } from '../theme/theme.ts';
import { useTheme } from '../theme/ThemeProvider.tsx';

const { sessionWords, shellWords } = words;

export function UserMenu() {
  const { user } = useSession();
  const { theme, setTheme } = useTheme();
  const [isChangingPassword, setIsChangingPassword] = useState(false);
  const leave = () => {
    signOutAndLeave().catch((error: unknown) => {
      toast.error(sessionWords.notSignedOut, { description: problemSentence(words, error) });
    });
  };
  return (
    <>
      <DropdownMenu
        trigger={
          <button type="button" className="rounded-full focus-ring">
            <Avatar name={user.name} size="md" />
            <span className="sr-only">{shellWords.account(user.name)}</span>
          </button>
        }
      >
        <div className="px-2 pt-1.5 pb-1">
          <p className="max-w-64 truncate text-sm font-medium">{user.name}</p>
          <p className="max-w-64 truncate text-xs text-ink-muted">{user.email}</p>
          <p className="text-xs text-ink-subtle">{words.roleNames[user.role]}</p>
        </div>
        <MenuSeparator />
        <MenuLabel>{shellWords.appearance}</MenuLabel>
        {THEMES.map((choice) => (
          <MenuCheckItem
            key={choice}
            checked={choice === theme}
            onCheckedChange={() => {
              setTheme(choice);
            }}
          >
            {shellWords.themeNames[choice]}
          </MenuCheckItem>
        ))}
        <MenuSeparator />
        <MenuItem
          icon={<KeyRound aria-hidden />}
          onSelect={() => {
            setIsChangingPassword(true);
          }}
        >
          {sessionWords.changePassword}
        </MenuItem>
        <MenuItem icon={<LogOut aria-hidden />} onSelect={leave}>
          {sessionWords.signOut}
        </MenuItem>
      </DropdownMenu>
      <ChangePasswordDialog open={isChangingPassword} onOpenChange={setIsChangingPassword} />
    </>
  );
}
