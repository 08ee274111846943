{{/* Whether replicas share environments by leases. */}}
{{- define "plumbline.leases" -}}
{{- dig "leases" "table" "" .Values.config -}}
{{- end -}}

{{/* Refuses what would not work, with what to do instead. */}}
{{- define "plumbline.check" -}}
{{- if not (dig "repository" "url" "" .Values.config) -}}
{{- fail "config.repository.url is empty: name the config repository, such as https://git.example.com/acme/infra.git" -}}
{{- end -}}
{{- if and (gt (int .Values.replicas) 1) (not (include "plumbline.leases" .)) -}}
{{- fail (printf "replicas: %d without config.leases.table: each replica would apply every environment. Name a DynamoDB table in config.leases.table (plumbline serve --create-lease-table makes it), or set replicas: 1" (int .Values.replicas)) -}}
{{- end -}}
{{- if and (gt (int .Values.replicas) 1) .Values.cache.persistence.enabled -}}
{{- fail "cache.persistence.enabled with more than one replica: a claim is for one pod. Each replica keeps a cache of its own without it" -}}
{{- end -}}
{{- if dig "server" "listen" "" .Values.config -}}
{{- fail "config.server.listen is the chart's own: set port instead" -}}
{{- end -}}
{{- if .Values.config.cache -}}
{{- fail "config.cache is the chart's own: see the value cache" -}}
{{- end -}}
{{- if and (eq .Values.aws.identity "irsa") (not .Values.aws.roleArn) -}}
{{- fail "aws.identity is irsa without aws.roleArn: name the role that the service account may assume" -}}
{{- end -}}
{{- if and .Values.aws.roleArn (ne .Values.aws.identity "irsa") -}}
{{- fail (printf "aws.roleArn has no effect with aws.identity: %s: set aws.identity: irsa, or give the role to the pod identity association" .Values.aws.identity) -}}
{{- end -}}
{{- if and .Values.aws.roleArn (not .Values.serviceAccount.create) -}}
{{- fail "aws.roleArn is an annotation of the service account, which the chart does not make with serviceAccount.create: false: annotate yours, and leave roleArn empty with aws.identity: podIdentity" -}}
{{- end -}}
{{- if and .Values.serviceMonitor.enabled (not .Values.serviceMonitor.tokenSecret.name) -}}
{{- fail "serviceMonitor.enabled without serviceMonitor.tokenSecret.name: /metrics wants a bearer token with the right to read; name the Secret that holds one of config.server.tokens" -}}
{{- end -}}
{{- if and .Values.ingress.enabled (not .Values.ingress.hosts) -}}
{{- fail "ingress.enabled without ingress.hosts: name at least one host" -}}
{{- end -}}
{{- end -}}

{{/* The configuration file. */}}
{{- define "plumbline.config" -}}
{{- $config := deepCopy .Values.config -}}
{{- $server := dict "listen" (printf "0.0.0.0:%d" (int .Values.port)) -}}
{{- toYaml (set $config "server" (merge $server (get $config "server" | default dict))) -}}
{{- end -}}

{{/* Seconds that a pod may take to stop: what the controller takes at most, and time for it to say so. */}}
{{- define "plumbline.grace" -}}
{{- $grace := .Values.config.grace | default "30s" | toString -}}
{{- $number := regexFind "^[0-9]+" $grace | int -}}
{{- $unit := regexFind "[a-z]+$" $grace -}}
{{- $factors := dict "ms" 0 "s" 1 "m" 60 "h" 3600 "d" 86400 -}}
{{- add 15 (mul $number (get $factors $unit | int)) -}}
{{- end -}}
