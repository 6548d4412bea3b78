/** The modules of Expo's for what happens without anybody: tasks of the system, and reminders. */

/** @typedef {import('./hosted-phone.mjs').PhoneState} PhoneState */
/** @typedef {(what: string) => void} Note */

/** Of `BackgroundTaskStatus`. */
const AVAILABLE = 2;
/** What an older kind of module has, whose events JavaScript counts. */
const OBSERVED = {
  startObserving: () => undefined,
  stopObserving: () => undefined,
  removeListeners: () => undefined,
};

/** @param {PhoneState} state @param {Note} note */
export const background = ({ tasks }, note) => ({
  ExpoTaskManager: {
    EVENT_NAME: 'TaskManager.executeTask',
    ...OBSERVED,
    isTaskRegisteredAsync: async (/** @type {string} */ name) => tasks.has(name),
  },
  ExpoBackgroundTask: {
    getStatusAsync: async () => AVAILABLE,
    registerTaskAsync: async (/** @type {string} */ name) => {
      note(`task: ${name}`);
      tasks.add(name);
    },
  },
});

/** Nobody was asked yet. Modules of pushing are looked for when the program starts, and asked for nothing. @param {Note} note */
export function notifications(note) {
  let isGranted = false;
  const access = () => ({
    granted: isGranted,
    canAskAgain: !isGranted,
    status: isGranted ? 'granted' : 'undetermined',
    expires: 'never',
  });
  return {
    ExpoNotificationPermissionsModule: {
      getPermissionsAsync: async () => access(),
      requestPermissionsAsync: async () => {
        note('reminders: the person is asked');
        isGranted = true;
        return access();
      },
    },
    ExpoNotificationScheduler: {
      cancelAllScheduledNotificationsAsync: async () => undefined,
      scheduleNotificationAsync: async (/** @type {string} */ name) => {
        note(`reminders: ${name}`);
        return name;
      },
    },
    ExpoNotificationPresenter: { dismissAllNotificationsAsync: async () => undefined },
    ExpoNotificationChannelManager: { setNotificationChannelAsync: async () => null },
    ExpoApplication: {
      ...{ applicationName: 'WellPulse', applicationId: 'com.wellpulse.field' },
      ...{ nativeApplicationVersion: '0.1.0', nativeBuildVersion: '1' },
    },
    ExpoBackgroundNotificationTasksModule: {},
    ExpoBadgeModule: {},
    ExpoNotificationCategoriesModule: {},
    ExpoNotificationChannelGroupManager: {},
    ExpoNotificationsEmitter: OBSERVED,
    ExpoNotificationsHandlerModule: OBSERVED,
    ExpoPushTokenManager: {},
    ExpoTopicSubscriptionModule: {},
    NotificationsServerRegistrationModule: { getRegistrationInfoAsync: async () => null },
  };
}
