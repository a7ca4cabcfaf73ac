import { markdownToHtml } from "@/lib/markdown"

type Props = { text: string; mentions?: Record<string, string>; className?: string }

/** What people wrote, with its lists, links and emphasis. `mentions`: name → address. */
export const Markdown = ({ text, mentions, className }: Props) => (
  <SafeHtml html={markdownToHtml(text, mentions)} className={className} />
)

/** The same when it was rendered before, by markdownToHtml and nothing else. */
export const SafeHtml = ({ html, className = "" }: { html: string; className?: string }) => (
  <div
    className={`prose ${className}`}
    // biome-ignore lint/security/noDangerouslySetInnerHtml: only markdownToHtml writes this, and lets no script through
    dangerouslySetInnerHTML={{ __html: html }}
  />
)
