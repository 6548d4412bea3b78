/** `electron.powerMonitor`. Nothing happens by itself: a test emits `lock-screen`, or replaces `getSystemIdleTime`. */
import type { PowerMonitor as ElectronPowerMonitor } from 'electron';
import { Emitter } from '../../guard/emitter.ts';
import { refuseUnknown } from '../../guard/not-in-stand-in.ts';

class PowerMonitor
  extends Emitter
  implements Pick<ElectronPowerMonitor, 'getSystemIdleState' | 'getSystemIdleTime' | 'isOnBatteryPower'>
{
  constructor() {
    super('electron.powerMonitor', [
      ...['lock-screen', 'unlock-screen', 'suspend', 'resume', 'shutdown', 'on-ac', 'on-battery'],
      ...['user-did-become-active', 'user-did-resign-active'],
    ]);
  }

  /** Seconds without input. */
  getSystemIdleTime(): number {
    return 0;
  }

  getSystemIdleState(threshold: number): 'active' | 'idle' {
    return this.getSystemIdleTime() >= threshold ? 'idle' : 'active';
  }

  isOnBatteryPower(): boolean {
    return false;
  }
}

export const powerMonitor = new PowerMonitor();
refuseUnknown(PowerMonitor.prototype, 'electron.powerMonitor');
