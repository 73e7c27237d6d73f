/**
 * How hard the app may work by itself. `saving`: on battery, or when the machine is hot, it polls half as often for
 * what nobody is waiting for right now. `asleep`: the machine is about to sleep, and nothing is polled.
 */
export type PowerMode = 'full' | 'saving' | 'asleep';
