const defaultSilenceSeconds = 300;

/** How long a preview may say nothing: longer than any provider takes to read one resource. */
export function silenceLimit({ GROUNDWORK_SILENCE_SECONDS: given }: NodeJS.ProcessEnv): number {
  const seconds = Number(given);
  return 1000 * (seconds > 0 ? seconds : defaultSilenceSeconds);
}

/** Ends what says nothing for too long. */
export interface SilenceWatch {
  signal: AbortSignal;
  /** Something was said: the time starts anew. */
  heard(): void;
  fired(): boolean;
  end(): void;
}

/** Without a limit it waits for ever. */
export function silenceWatch(limitMs: number | undefined): SilenceWatch {
  const controller = new AbortController();
  const start = () =>
    limitMs === undefined ? undefined : setTimeout(() => controller.abort(), limitMs);
  let timer = start();
  let ended = false;
  return {
    signal: controller.signal,
    heard() {
      if (ended) return;
      clearTimeout(timer);
      timer = start();
    },
    fired: () => controller.signal.aborted,
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
