type Kept<T> = { until: number; answer: Promise<T> }

/**
 * Reads at most once in so many seconds for each key, however many ask: for what is the same for every reader and may be
 * that old. Keeps at most `most` answers, and no refusal.
 */
export function briefly<T>(seconds: number, read: (key: string) => Promise<T>, most = 200) {
  const kept = new Map<string, Kept<T>>()
  return (key: string, now = Date.now()): Promise<T> => {
    const known = kept.get(key)
    if (known && known.until > now) return known.answer
    const answer = read(key)
    const one = { until: now + seconds * 1000, answer }
    kept.delete(key)
    kept.set(key, one)
    answer.catch(() => {
      if (kept.get(key) === one) kept.delete(key)
    })
    for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
    return answer
  }
}
