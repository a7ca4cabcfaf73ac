import { handlers } from "@/app/_http/auth"

export const { GET, POST } = handlers
