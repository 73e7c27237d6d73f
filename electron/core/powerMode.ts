/**
 * How hard the app may work by itself. `saving`: on battery, or when the machine is hot, what nobody waits for in this
 * minute is asked for half as often. `asleep`: the machine is about to sleep, and nothing is asked.
 */
export type PowerMode = 'full' | 'saving' | 'asleep';
