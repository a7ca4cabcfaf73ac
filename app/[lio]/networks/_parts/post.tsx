import Link from "next/link"
import { formatMoment } from "@/app/_ui/date"
import { SafeHtml } from "@/app/_ui/markdown"
import type { Post } from "@/lib/networks/topics/queries"

/** One post with who said it and for whom; `href` is the page about it. */
export function PostCard({ post, lioName, href }: { post: Post; lioName: string; href: string }) {
  return (
    <li id={post.id} className="card mb-4 max-w-3xl">
      <p className="mb-2">
        <strong>{post.group ?? lioName}</strong> <span className="text-soft">{post.author}</span>{" "}
        <a href={`#${post.id}`} className="text-soft">
          <time dateTime={post.at.toISOString()}>{formatMoment(post.at)}</time>
        </a>
        {post.edited ? <span className="text-soft"> · edited</span> : null}
      </p>
      {post.hiddenReason === null ? (
        <SafeHtml html={post.html} />
      ) : (
        <p className="mb-0 text-soft">
          Staff have hidden this post{post.hiddenReason ? `: ${post.hiddenReason}` : "."}
        </p>
      )}
      {post.hiddenReason === null ? (
        <p className="mt-2 mb-0">
          <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center text-soft">
            {post.mine ? "Change" : "Report"}
            <span className="sr-only"> this post by {post.group ?? lioName}</span>
          </Link>
        </p>
      ) : null}
    </li>
  )
}
