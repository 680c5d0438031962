{{- define "kreiskonzept.labels" -}}
app.kubernetes.io/name: kreiskonzept
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end -}}

{{/* Labels by which a part is found: dict "root" $ "part" "platform" */}}
{{- define "kreiskonzept.selector" -}}
app.kubernetes.io/name: kreiskonzept
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .part }}
{{- end -}}

{{- define "kreiskonzept.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag }}
{{- end -}}

{{/* What every pod of ours is not allowed to do. */}}
{{- define "kreiskonzept.podSecurity" -}}
automountServiceAccountToken: false
serviceAccountName: {{ .Release.Name }}
securityContext:
  runAsNonRoot: true
  runAsUser: 10001
  runAsGroup: 10001
  seccompProfile:
    type: RuntimeDefault
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: {{ .Values.temporary.size }}
{{- end -}}

{{- define "kreiskonzept.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
volumeMounts:
  - name: tmp
    mountPath: /tmp
{{- end -}}

{{/* The settings of one part: dict "root" $ "secret" name */}}
{{- define "kreiskonzept.environment" -}}
envFrom:
  - configMapRef:
      name: {{ .root.Release.Name }}-settings
  - secretRef:
      name: {{ .root.Values.secrets.common }}
  - secretRef:
      name: {{ .secret }}
{{- end -}}
