/** What the double has beside Electron's API, for the harness to go through; main cannot, as Electron's types have none of it. */
export const doors = {
  app: ['badge', 'becomeReady', 'isQuitting', 'setWindows', 'windowClosed'],
  BrowserWindow: ['closeAndWait', 'webPreferences'],
  Session: ['grantedTo', 'lets'],
  WebContents: ['ask', 'closed', 'eventFrom', 'load', 'mayNavigate', 'moved', 'open', 'openWindow'],
  ipcMain: ['invoke'],
  Menu: ['leave'],
  Tray: ['seen', 'shown'],
} as const;
