import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from '../contract/api.ts';
import { bridgeName, channels } from '../contract/channels.ts';
import type { Push } from '../contract/events.ts';

/** All of IPC that the page can reach. Main checks names and inputs. */
const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(channels.request, name, input),
  subscribe: (event, listener) => {
    const receive = (_event: IpcRendererEvent, push: Push) => {
      if (push.event === event) listener(push.payload as never);
    };
    ipcRenderer.on(channels.event, receive);
    return () => void ipcRenderer.removeListener(channels.event, receive);
  },
};

contextBridge.exposeInMainWorld(bridgeName, bridge);
