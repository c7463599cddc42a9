# Two stages: the packages by the lockfile, without those of development; then what runs. Data is in /data, and nothing else is written.
FROM node:26.10.0-bookworm-slim AS packages
WORKDIR /opt/firstline
COPY package.json package-lock.json ./
COPY tools/exec tools/exec
# Without the sandbox, which is a workspace of its own.
RUN npm ci --omit=dev --workspaces=false --no-audit --no-fund

FROM node:26.10.0-bookworm-slim
WORKDIR /opt/firstline
ENV NODE_ENV=production \
    FIRSTLINE_DB=/data/firstline.db \
    PORT=3000
COPY --from=packages /opt/firstline/node_modules node_modules
COPY tools/exec tools/exec
# The letters on pictures.
COPY tools/typefaces tools/typefaces
COPY package.json LICENSE ./
COPY migrations migrations
COPY bin bin
COPY src src
# A volume that is made for it is the bot's alone, too.
RUN install --directory --owner=node --group=node --mode=700 /data
USER node
VOLUME /data
EXPOSE 3000
# The first start after an update may copy and migrate for a while.
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --retries=3 CMD ["node", "bin/healthcheck.js"]
CMD ["node", "bin/firstline.js", "start"]
